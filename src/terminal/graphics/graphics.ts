/** How a terminal shows pictures, and how many pixels one may have so that it fits with two lines left. */
export type Graphics = {
	/** DEC's sixels, or a PNG by the protocol of kitty. */
	readonly kind: 'sixel' | 'kitty';
	readonly width: number;
	readonly height: number;
};

/** A picture for a terminal: the bytes of a sixel file, or of a PNG for kitty. */
export type TerminalPicture = {readonly kind: Graphics['kind']; readonly bytes: Uint8Array};
