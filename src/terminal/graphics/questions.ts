const control = '\u001b[';

/** Asks for the primary device attributes, which every terminal answers: what is asked before it is answered before it. */
export const attributesQuestion = `${control}c`;

/** Asks whether a picture of one pixel, sent inside of the question and not shown, could be taken as kitty takes it. */
export const kittyQuestion = '\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\';

/** Asks for the largest sixel picture and the sizes in pixels of the window's text and of a character. */
export const sizeQuestions = `${control}?2;1;0S${control}14t${control}16t`;
