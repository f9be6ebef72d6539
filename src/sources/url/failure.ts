import {cleanText} from '../../model/clean.ts';
import {errorCode} from '../../platform/error-code.ts';

/** What came instead of an answer, from the error that Node's HTTP client gave: one clause to follow "got". */
export const whyFailed = (error: unknown): string => {
	const code = errorCode(error) ?? 'unknown';
	if (code.startsWith('HPE_')) return 'something that is not HTTP';
	return reasons[code] ?? `the error ${cleanText(code, 60)}`;
};

const reasons: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'a refused connection',
	ECONNRESET: 'a connection closed before the end',
	EPIPE: 'a connection closed before the end',
	ENOTFOUND: 'no host of that name',
	EAI_AGAIN: 'no host of that name',
	EHOSTUNREACH: 'no way to the host',
	ENETUNREACH: 'no way to the host',
	ETIMEDOUT: 'no connection in time',
};
