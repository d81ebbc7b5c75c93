/** The board for a screen on the wall has a window of its own: the one page that may have one. */
export const WALL_HASH = '#/reparaturen/wand';
