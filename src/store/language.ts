/** The language a reader has chosen, so that no other is offered any more. */
import { read, write } from './choices.ts';

const key = 'quorate.language';

/** Whether a language was chosen, or another was offered once. */
export const isLanguageChosen = (): boolean => read(key) !== null;

/** `language` as BCP 47 writes it. */
export const chooseLanguage = (language: string): void => write(key, language);
