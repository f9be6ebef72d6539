// Opens a log whole and presses keys on a large screen of it; prints as JSON the milliseconds of each frame after a key,
// and of each that has what was read again for it.
import {PassThrough} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import type {Effect} from '../../../src/app/effect.ts';
import {initialState} from '../../../src/app/initial.ts';
import {actionFor} from '../../../src/app/keys.ts';
import type {State} from '../../../src/app/state.ts';
import {update} from '../../../src/app/update.ts';
import {systemClock} from '../../../src/model/clock.ts';
import {readDetail} from '../../../src/recorded/detail.ts';
import {openLog} from '../../../src/recorded/open-log.ts';
import {plainSource} from '../../../src/recorded/plain-source.ts';
import {readWhole} from '../../../src/recorded/read-log.ts';
import {openTerminal} from '../../../src/terminal/screen.ts';
import {dashboard} from '../../../src/view/dashboard.ts';
import {unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {createOutput} from '../frame-loop.ts';

const size = {columns: 200, rows: 60};
const {signal} = new AbortController();

const log = openLog(process.argv[2] ?? '', false);
await readWhole(log, {clock: systemClock, signal, isFollowed: false, tell: () => {}});
const terminal = openTerminal({
	input: new PassThrough() as unknown as NodeJS.ReadStream,
	output: createOutput(size).stream,
	capabilities: {isUnicode: true, colours: 256, description: 'xterm-256color', questions: 'none'},
	...{onKey: () => {}, onResize: () => {}, onReady: () => {}, onGone: () => {}},
});
const empty: State = {...initialState({source: plainSource, interval: 1, now: 0}), overlay: 'none'};
let [state] = update(empty, {type: 'viewRead', ...log.seen()});

const repeat = (keys: readonly string[], times: number): readonly string[] =>
	Array.from({length: times}, () => keys).flat();

// From the whole to a second and back, with the cursor and without, at many places.
const round = [
	...repeat(['left'], 20),
	...repeat(['+', 'left', 'S-left', 'pageup', 'right', 'z', 'z'], 12),
	...repeat(['pageup', 'pagedown', 'pageup'], 10),
	...repeat(['-', 'right'], 12),
	...['home', 'end', 'home', 'tab', 'm', 'm', 'tab', '0', 'escape'],
];

const draw = async (): Promise<void> => {
	terminal.show(dashboard(state, size, unicodeGlyphs));
	// The library writes what it has drawn when this turn of the event loop is over.
	await setImmediate();
};

const readWanted = async (effects: readonly Effect[]): Promise<boolean> => {
	const wanted = effects.find(effect => effect.type === 'readDetail');
	const passage = log.shown();
	const detail = wanted && passage && (await readDetail(log, passage, {...wanted, signal}));
	if (detail) [state] = update(state, {type: 'detailRead', detail, isOther: false});
	return detail !== undefined;
};

const frames: number[] = [];
const exact: number[] = [];
const press = async (name: string): Promise<void> => {
	const begun = performance.now();
	const action = actionFor(state, {name});
	if (!action) throw new Error(`expected a key, got ${name}`);
	const [next, effects] = update(state, action);
	state = next;
	await draw();
	frames.push(performance.now() - begun);
	if (!(await readWanted(effects))) return;
	await draw();
	exact.push(performance.now() - begun);
};

await draw();
for (const name of round) await press(name);
frames.length = exact.length = 0;
for (const name of repeat(round, 5)) await press(name);
await terminal.close();
console.log(JSON.stringify({frames, exact}));
