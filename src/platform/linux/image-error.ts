/** What was read is not the image it claims to be, or asks for more reading than any real one needs. */
export class ImageError extends Error {
	override readonly name = 'ImageError';
}
