import {cleanText} from '../../model/clean.ts';
import {UsageError} from '../../model/usage-error.ts';

/** The address that `--url` gives: http or https with a host. Throws UsageError for anything else. */
export const parseUrl = (text: string): URL => {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url !== undefined && isSupported(url)) return url;
	throw new UsageError(
		`expected an address such as http://127.0.0.1:9090/metrics, got "${cleanText(withoutSecrets(text))}"`,
	);
};

/** An address as it may be told: without login and query, which can hold secrets. */
export const shownUrl = ({origin, pathname}: URL): string =>
	cleanText(pathname === '/' ? origin : origin + pathname);

/** Where to look for memory figures: the address itself, or the usual places on a host that was named alone. */
export const placesOf = (url: URL): readonly URL[] =>
	url.pathname === '/' && url.search === '' ? usualPlaces.map(place => new URL(place, url)) : [url];

const usualPlaces = ['/debug/vars', '/metrics', '/debug/pprof/heap?debug=1'];

const isSupported = ({protocol, username, password}: URL): boolean =>
	['http:', 'https:'].includes(protocol) && isDecodable(username) && isDecodable(password);

// Node decodes a login where it sends it, and throws where that is not possible.
const isDecodable = (text: string): boolean => {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
};

const withoutSecrets = (text: string): string =>
	text.replace(/[?#].*$/s, '').replace(/^(.*?\/\/)?.*@/s, '$1');
