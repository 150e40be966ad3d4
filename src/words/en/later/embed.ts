/** The page in a frame of somebody else's, and the HTML that puts it there. */
export const embed = {
  name: 'A Raft cluster',
  open: 'Open in Quorate, at this moment',
  openShort: 'Open in Quorate',
  title: 'Put it in a page of yours',
  intro: 'Picture, sentence and time at this moment, with a way to the whole page.',
  lessonIntro: 'Picture, time, and the lesson with its questions, with a way to the whole page.',
  size: 'Size',
  pixels: (frame: { readonly width: number; readonly height: number }) =>
    `${frame.width} × ${frame.height} px`,
  preview: (frame: { readonly width: number; readonly height: number }) =>
    `${frame.width} by ${frame.height} px, here at a quarter of its size`,
  html: 'HTML of the frame',
  copy: 'Copy the HTML',
};
