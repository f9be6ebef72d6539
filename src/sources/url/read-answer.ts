import type {Answer, Failure} from './answer.ts';
import {readExpvar} from './expvar.ts';
import type {Figures} from './figures.ts';
import {profileStart, readProfile} from './pprof.ts';
import {readPrometheus} from './prometheus.ts';

/** The memory figures in an answer, whose format its content tells, or what it is instead. Never throws. */
export const readAnswer = ({type, text}: Pick<Answer, 'type' | 'text'>): Figures | Failure => {
	const start = text.slice(0, 1000).trimStart();
	if (/^(text\/html|application\/xhtml)/.test(type) || /^<(!doctype|html|\?xml)/i.test(start))
		return {failed: 'an HTML page'};
	if (start === '') return {failed: 'an empty answer'};
	if (start.startsWith(gzipMagic)) return {failed: 'a binary profile, which ?debug=1 makes text'};
	if (start.startsWith(profileStart)) return readProfile(text);
	return start.startsWith('{') || type.startsWith('application/json')
		? readExpvar(text)
		: readPrometheus(text);
};

/** See RFC 1952; Go's binary profiles are compressed so. */
const gzipMagic = '\u001f\u008b';
