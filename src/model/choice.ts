/**
 * True where the source that takes over at a time is only the one that was chosen: a watch begins with the numbers of
 * the operating system while the sources are still asked. Both in Unix seconds.
 */
export const isChoice = (start: number, time: number): boolean => time - start < patience;

// Seconds.
const patience = 1;
