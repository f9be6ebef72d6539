import test from 'ava';
import {UsageError} from '../../../src/model/usage-error.ts';
import {parseUrl, placesOf, shownUrl} from '../../../src/sources/url/address.ts';

const testShown = test.macro((t, text: string, shown: string) => {
	t.is(shownUrl(parseUrl(text)), shown);
});

test('host and port', testShown, 'http://127.0.0.1:9090', 'http://127.0.0.1:9090');
test('path', testShown, 'https://Example.ORG/metrics/', 'https://example.org/metrics/');
test('IPv6', testShown, 'http://[::1]:80/debug/vars', 'http://[::1]/debug/vars');
test('secrets', testShown, 'http://me:secret@host:1/metrics?token=secret#x', 'http://host:1/metrics');
test('controls', testShown, 'http://host/a\u001b[31m\u202eb', 'http://host/a%1B[31m%E2%80%AEb');

const testRefused = test.macro((t, text: string, shown = text) => {
	t.throws(() => parseUrl(text), {
		instanceOf: UsageError,
		message: `expected an address such as http://127.0.0.1:9090/metrics, got "${shown}"`,
	});
});

test('empty', testRefused, '');
test('no scheme', testRefused, '127.0.0.1:9090');
test('a name for a scheme', testRefused, 'localhost:9090');
test('another scheme', testRefused, 'file:///etc/passwd');
test('no host', testRefused, 'http://');
test('a port too large', testRefused, 'http://host:65536/');
test('a login that cannot be decoded', testRefused, 'http://%ff:x@host/', 'http://host/');
test('no secret is told', testRefused, 'ftp://me:secret@host/?token=secret', 'ftp://host/');
test('cleaned', testRefused, 'x\u001b[31m', 'x?[31m');

const testPlaces = test.macro((t, text: string, places: readonly string[]) => {
	t.deepEqual(
		placesOf(parseUrl(text)).map(({href}) => href),
		places,
	);
});

test('a path is the only place', testPlaces, 'http://h/x', ['http://h/x']);
test('so is a query', testPlaces, 'http://h/?x', ['http://h/?x']);
test('usual places', testPlaces, 'http://a:b@h:1', [
	'http://a:b@h:1/debug/vars',
	'http://a:b@h:1/metrics',
	'http://a:b@h:1/debug/pprof/heap?debug=1',
]);
