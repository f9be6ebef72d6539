import test from 'ava';
import {CannotGoOnError} from '../../../src/model/cannot-go-on-error.ts';
import {openEndpoint} from '../../../src/sources/url/endpoint.ts';
import {expvar, goMetrics, goValues, profile} from './helpers/bodies.ts';
import {serve, startServer} from './helpers/server.ts';

const testFound = test.macro(
	async (t, bodies: Readonly<Record<string, string>>, path: string, found: string) => {
		const asked: string[] = [];
		const address = await startServer(t, (request, response) => {
			asked.push(request.url ?? '');
			serve(bodies)(request, response);
		});
		const {url, figures} = await openEndpoint(new URL(path, address));
		t.is(url.href, `${address}${found}`);
		t.deepEqual(figures, {family: 'go', values: goValues});
		t.deepEqual(asked, path === '/' ? usualPlaces.slice(0, usualPlaces.indexOf(found) + 1) : [path]);
	},
);

const usualPlaces = ['/debug/vars', '/metrics', '/debug/pprof/heap?debug=1'];

test('expvar in its place', testFound, {'/debug/vars': expvar()}, '/', '/debug/vars');
test('Prometheus in its place', testFound, {'/metrics': goMetrics}, '/', '/metrics');
test('after JSON without figures', testFound, {'/debug/vars': '{}', '/metrics': goMetrics}, '/', '/metrics');
test(
	'a profile in its place',
	testFound,
	{[usualPlaces[2] ?? '']: profile()},
	'/',
	'/debug/pprof/heap?debug=1',
);
test('expvar anywhere', testFound, {'/x': expvar()}, '/x', '/x');
test('Prometheus where expvar would be', testFound, {'/debug/vars': goMetrics}, '/debug/vars', '/debug/vars');
test('a profile anywhere', testFound, {'/x?y': profile()}, '/x?y', '/x?y');

test('where it redirects to', async t => {
	const address = await startServer(t, (request, response) => {
		if (request.url === '/old') response.writeHead(301, {location: '/metrics'}).end();
		else serve({'/metrics': goMetrics})(request, response);
	});
	t.is((await openEndpoint(new URL('/old', address))).url.href, `${address}/metrics`);
});

const testNothing = test.macro(
	async (t, bodies: Readonly<Record<string, string>>, path: string, message: string) => {
		const address = await startServer(t, serve(bodies));
		await t.throwsAsync(openEndpoint(new URL(path, address.replace('//', '//me:secret@'))), {
			instanceOf: CannotGoOnError,
			message: `expected memory figures at ${address}${message}`,
		});
	},
);

test('HTML', testNothing, {'/metrics': '<html>'}, '/metrics', '/metrics, got an HTML page');
test('no secret is told', testNothing, {}, '/x?token=secret', '/x, got status 404');
test(
	'nothing in any place',
	testNothing,
	{'/metrics': '<!doctype html>'},
	'/',
	', got status 404 at /debug/vars, an HTML page at /metrics, status 404 at /debug/pprof/heap',
);

test('a host that does not answer is asked once', async t => {
	let asked = 0;
	const address = await startServer(t, () => {
		asked += 1;
	});
	await t.throwsAsync(openEndpoint(new URL(address), {time: 100, size: 1000}), {
		message: `expected memory figures at ${address}, got no whole answer in 0.1 s`,
	});
	t.is(asked, 1);
});
