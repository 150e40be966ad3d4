/** What a link led to. */
export const arrival = {
  opened: 'Opened from a link.',
  same: (print: string) => `Opened from a link: state ${print}, as it was shared.`,
  other: (print: string) =>
    `Opened from a link, but the state is another than the one shared: ${print}.`,
  older: (version: number, print: string) =>
    `This link was made by version ${version} of the engine; played by the present one it leads to state ${print}.`,
};
