/** Text to the clipboard, wherever there is one: a frame, a webview or an address without TLS may have none. */

/** Whether it is there now. Where it is not, the text stands on the page to be selected. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    // Without a secure context there is no such object, and what is typed says there always is.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
