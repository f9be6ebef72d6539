import type {IncomingMessage} from 'node:http';
import {formatBytes} from '../../model/bytes.ts';
import {cleanText} from '../../model/clean.ts';
import type {Answer, Failure} from './answer.ts';

/** Reads a response of status 200 up to `limit` bytes, and cuts every other off. Rejects when the connection breaks. */
export const readBody = async (
	response: IncomingMessage,
	url: URL,
	limit: number,
): Promise<Answer | Failure> => {
	const failed = whyRefused(response, limit);
	const text = failed === undefined ? await readText(response, limit) : undefined;
	if (text !== undefined) return {url, type: (response.headers['content-type'] ?? '').toLowerCase(), text};
	response.destroy();
	return {failed: failed ?? tooMuch(limit)};
};

const whyRefused = ({statusCode, headers}: IncomingMessage, limit: number): string | undefined => {
	const {'content-encoding': encoding = 'identity', 'content-length': length = '0'} = headers;
	if (statusCode !== 200) return `status ${statusCode}`;
	if (encoding !== 'identity') return `an answer compressed by ${cleanText(encoding, 20)}`;
	return Number(length) > limit ? tooMuch(limit) : undefined;
};

const tooMuch = (limit: number): string => `more than ${formatBytes(limit)}`;

const readText = async (response: IncomingMessage, limit: number): Promise<string | undefined> => {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response) {
		size += chunk.length;
		if (size > limit) return undefined;
		chunks.push(chunk);
	}
	// Names and numbers are ASCII; one byte a character is quick to search whatever else is in it.
	return Buffer.concat(chunks).toString('latin1');
};
