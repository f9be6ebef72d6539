import test from 'ava';
import {progressLine} from '../../src/figure/progress-line.ts';

/** A progress line, with the clock in milliseconds and what it wrote. */
const start = () => {
	const written: string[] = [];
	let time = 0;
	const line = progressLine(
		text => written.push(text),
		() => time,
	);
	return {written, line, at: (moment: number) => (time = moment)};
};

test('short work shows nothing', t => {
	const {written, line, at} = start();
	line.tell(1e6, 1e9);
	at(499);
	line.tell(5e8, 1e9);
	line.clear();
	t.deepEqual(written, []);
});

test('long work shows its share and its pace, ten times a second', t => {
	const {written, line, at} = start();
	for (let moment = 0; moment <= 700; moment += 50) {
		at(moment);
		line.tell(moment * 3e5, 1e9);
	}
	t.deepEqual(written, [
		'\r\u001b[Kreading 15% · 300 MB/s',
		'\r\u001b[Kreading 18% · 300 MB/s',
		'\r\u001b[Kreading 21% · 300 MB/s',
	]);
	line.clear();
	t.is(written.at(-1), '\r\u001b[K');
	line.say('drawing');
	line.clear();
	t.is(written.length, 4);
});

test('never more than all of it', t => {
	const {written, line, at} = start();
	at(1000);
	line.tell(5, 0);
	t.regex(written[0] ?? '', /100%/);
});
