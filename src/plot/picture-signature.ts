import {constants} from 'node:fs';
import {open} from 'node:fs/promises';

/** Whether a file begins as a PNG, an SVG or a PDF does. Throws when it cannot be read. */
export const isAnyPicture = async (path: string): Promise<boolean> => {
	// Not through a link, nor waiting for a FIFO, should one have taken its place since.
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const {buffer, bytesRead} = await file.read(Buffer.alloc(looked), 0, looked, 0);
		return signature.test(buffer.toString('latin1', 0, bytesRead));
	} finally {
		await file.close();
	}
};

// PNG: ISO/IEC 15948, 5.2; PDF: ISO 32000-1, 7.5.2; an SVG may have a declaration and comments before its first element.
const signature =
	/^(?:\x89PNG\r\n\x1a\n|%PDF-|(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>]*>|\s)*<svg[\s/>])/;

const looked = 4096;
