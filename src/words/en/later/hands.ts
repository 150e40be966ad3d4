/** What mouse and finger do where nothing is written on it: for the help. Each has a key or a menu that does the same. */
export const hands = {
  title: 'By mouse and by finger',
  gestures: {
    menu: { by: 'Press a server or a link', does: 'What can be done to it' },
    messageMenu: {
      by: 'The other button, or a finger that rests, on a message',
      does: 'What can be done to it',
    },
    pair: { by: 'Drag from server to server', does: 'Cut their link, or mend it' },
    group: { by: 'Drag around servers', does: 'Part them from the rest' },
    timer: { by: 'Drag the end of a timer’s ring to the top', does: 'Its time is up' },
    arrive: { by: 'Drag a message to whom it goes', does: 'It arrives now' },
    later: { by: 'Drag a message back', does: 'It arrives so much later' },
    client: { by: 'Drag a client’s name onto a server', does: 'It asks there' },
    time: { by: 'Drag along the strip of time', does: 'Go to that moment' },
    beat: { by: 'Wheel over the strip of time', does: 'A heartbeat on or back' },
    zoom: { by: 'Ctrl and wheel, or two fingers', does: 'Nearer or further' },
    pan: { by: 'Shift and wheel, or the middle button', does: 'Along what is seen nearer' },
    whole: { by: 'Press twice on empty ground', does: 'All of it again' },
    swipe: { by: 'Stroke the card of a lesson', does: 'The next stop, or the one before' },
  },
};
