import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {PNG} from 'pngjs';
import {type MemoryScript, memoryScript} from '../../src/plot/memory-script.ts';
import {hostileNames, sourceLabels} from './recording.ts';
import {gnuplot, newFolder} from './run-gnuplot.ts';

const about: MemoryScript = {
	logName: 'memory.log',
	pictureName: 'memory.png',
	utcOffset: 60,
	source: 'go',
	sourceLabels,
	hasRss: true,
};

const head = (pid: number, name = 'prometheus', source = 'go') =>
	`# memtop 1 {"pid":${pid},"name":${JSON.stringify(name)},"target_start":1763790000.12,"recorded":1763791234.5,"source":"${source}","interval":1,"host":"web-3"}\n# timestamp in_use system rss virt approx released\n`;

const row = (time: number, inUse: number) => `${time.toFixed(3)} ${inUse} 8388608 4194304 120586240 0 0\n`;

const old = `${head(11)}${row(1763790000, 1048576)}${row(1763790001, 2097152)}`;
const broken = `${head(22)}${row(1763791234.5, 1048576)}# gap {"time":1763791235,"reason":"late"}\n\n${row(1763791244.5, 2097152)}# mark {"time":1763791244.6}\n${row(1763791245.5, 3145728)}`;
const newest = `${head(33)}${row(1763792000, 5242880)}${row(1763792001, 6291456)}`;
const justStarted = head(44);
const apart = '\n\n';

const points = {
	old: [
		[1763793600, 1],
		[1763793601, 2],
	],
	broken: [[1763794834.5, 1], [], [1763794844.5, 2], [1763794845.5, 3]],
	newest: [
		[1763795600, 5],
		[1763795601, 6],
	],
};

const folderWith = (log: string, script = memoryScript(about)): string => {
	const folder = newFolder();
	writeFileSync(join(folder, 'memory.log'), log);
	writeFileSync(join(folder, 'memory.gp'), script);
	return folder;
};

// The points of the first curve, as gnuplot would draw them; empty where it breaks.
const drawnIn = (t: ExecutionContext, folder: string) => {
	const table = `set xtics numeric; set format x '%.3f'; set table '${folder}/points'; replot`;
	const answer = gnuplot('/', '-d', join(folder, 'memory.gp'), '-e', `${table}; print heading.' | '.span`);
	t.is(answer.status, 0, answer.errors);
	const [curve = ''] = readFileSync(join(folder, 'points'), 'utf8').trimStart().split('\n\n\n');
	const lines = curve
		.trimEnd()
		.split('\n')
		.filter(line => !line.startsWith('#'));
	const drawn = lines.map(line => line.trim().split(/\s+/).slice(0, 2).filter(Boolean).map(Number));
	return {drawn, heading: answer.errors.trimEnd()};
};

type Expected = {readonly drawn: readonly (readonly number[])[]; readonly pid: number};

const testDrawn = (t: ExecutionContext, log: string, {drawn, pid}: Expected) => {
	const found = drawnIn(t, folderWith(log));
	t.deepEqual(found.drawn, drawn);
	t.true(found.heading.startsWith(`prometheus · pid ${pid} · Go 1.19.8 | 2025-11-22 `), found.heading);
};

test('one recording', testDrawn, old, {drawn: points.old, pid: 11});
test('one with a break inside', testDrawn, broken, {drawn: points.broken, pid: 22});
test('two', testDrawn, [old, broken].join(apart), {drawn: points.broken, pid: 22});
test('three', testDrawn, [old, broken, newest].join(apart), {drawn: points.newest, pid: 33});
test('a blank line at the end', testDrawn, `${old}${apart}${newest}\n`, {drawn: points.newest, pid: 33});
test('blank lines at the end', testDrawn, `${old}${apart}${newest}\n\n\n`, {drawn: points.newest, pid: 33});
test('a blank line at the start', testDrawn, `\n${old}${apart}${newest}`, {drawn: points.newest, pid: 33});
test('blank lines at the start', testDrawn, `\n\n\n${old}${apart}${newest}`, {drawn: points.newest, pid: 33});
test('more blank lines between', testDrawn, `${old}\n\n\n\n${newest}`, {drawn: points.newest, pid: 33});
test('one just started', testDrawn, [old, broken, justStarted].join(apart), {drawn: points.broken, pid: 22});
test('one without samples between', testDrawn, [old, justStarted, newest].join(apart), {
	drawn: points.newest,
	pid: 33,
});
test('one without samples first', testDrawn, [justStarted, newest].join(apart), {
	drawn: points.newest,
	pid: 33,
});
test('ended, and one just started', testDrawn, `${broken}# end {"time":1}\n\n\n${justStarted}`, {
	drawn: points.broken,
	pid: 22,
});
test(
	'one that never had a number',
	testDrawn,
	`${newest}${apart}${head(55)}1763793000.000 NaN NaN NaN NaN 1 NaN\n`,
	{
		drawn: points.newest,
		pid: 33,
	},
);

test('a torn header at the end', testDrawn, `${newest}${apart}# memtop 1 {"pid":55,"na`, {
	drawn: points.newest,
	pid: 33,
});
test('no start time in the header', testDrawn, newest.replace(/"target_start":[^,]*,/, ''), {
	drawn: points.newest,
	pid: 33,
});

test('whole_file widens it to everything', t => {
	const script = memoryScript(about).replace('whole_file = 0', 'whole_file = 1');
	const {drawn, heading} = drawnIn(t, folderWith([old, newest].join(apart), script));
	t.deepEqual(drawn, [...points.old, [], ...points.newest]);
	t.is(heading, 'memory.log | 2025-11-22 06:40:00 – 07:13:21 (33m 21s)');
});

test('a log of another program', t => {
	const {drawn, heading} = drawnIn(
		t,
		folderWith(
			'# bytes\n1763790000 1048576 4\n1763790001 2097152 5\n',
			memoryScript({...about, hasRss: false}),
		),
	);
	t.deepEqual(drawn, points.old);
	t.is(heading, 'memory.log | 2025-11-22 06:40:00 – 06:40:01 (1s)');
});

test('another source than the script was written for keeps its own name', t => {
	const {heading} = drawnIn(t, folderWith(`${head(66, 'java', 'jvm')}${row(1763790000, 1)}`));
	t.true(heading.startsWith('java · pid 66 · jvm | '));
});

test('a log that continues with another source is drawn from there, under its name', t => {
	const {drawn, heading} = drawnIn(
		t,
		folderWith(
			`${head(66, 'x', 'os')}${row(1763790000, 1048576)}\n${head(66, 'x')}${row(1763790001, 2097152)}`,
		),
	);
	t.deepEqual(drawn, [[points.old[0]?.[0], Number.NaN], [], points.old[1] ?? []]);
	t.true(heading.startsWith('x · pid 66 · Go 1.19.8 | '));
});

test('a name with quotes ends at the first, and shifts nothing', t => {
	const {heading} = drawnIn(t, folderWith(`${head(99, 'so "called" worker')}${row(1763790000, 1048576)}`));
	t.is(heading, 'so  · pid 99 · Go 1.19.8 | 2025-11-22 06:40:00 – 06:40:00 (0s)');
});

test('a process without a name', t => {
	const {drawn} = drawnIn(
		t,
		folderWith(`${head(88, '')}${row(1763790000, 1048576)}${row(1763790001, 2097152)}`),
	);
	t.deepEqual(drawn, points.old);
});

test('as the log grows the script stays right', t => {
	const folder = folderWith(old);
	t.deepEqual(drawnIn(t, folder).drawn, points.old);
	writeFileSync(join(folder, 'memory.log'), `${apart}${newest}`, {flag: 'a'});
	t.deepEqual(drawnIn(t, folder).drawn, points.newest);
});

const testPicture = (t: ExecutionContext, [cwd, path]: readonly [string, string], printed: string) => {
	const folder = join(newFolder(), 'sub folder');
	mkdirSync(folder);
	writeFileSync(join(folder, 'memory.log'), broken);
	writeFileSync(join(folder, 'memory.gp'), memoryScript(about));
	const answer = gnuplot(join(folder, cwd), '-d', '-p', path.replace('FOLDER', folder));
	t.deepEqual(answer, {status: 0, output: `${printed.replace('FOLDER', folder)}\n`, errors: ''});
	const {width, height} = PNG.sync.read(readFileSync(join(folder, 'memory.png')));
	t.deepEqual([width, height], [1920, 1080]);
};

test('a picture beside the log where there is no window', testPicture, ['.', 'memory.gp'], './memory.png');
test('from another folder', testPicture, ['..', 'sub folder/memory.gp'], './sub folder/memory.png');
test('by its whole path', testPicture, ['/', 'FOLDER/memory.gp'], 'FOLDER/memory.png');

test('a log without samples says so', t => {
	const {status, errors} = gnuplot(folderWith(justStarted), '-d', 'memory.gp');
	t.is(status, 1);
	t.regex(errors, /^\.\/memory\.log holds no samples yet$/m);
});

const testHarmless = (t: ExecutionContext, name: string) => {
	const folder = newFolder();
	const [logName, pictureName] = [name.replaceAll('/', '|'), `${name.replaceAll('/', '|')}.png`];
	writeFileSync(
		join(folder, logName),
		`${head(77, name)}${row(1763790000, 1048576)}${row(1763790001, 2097152)}`,
	);
	const labels = {inUse: name, system: name, source: name};
	const script = memoryScript({...about, logName, pictureName, source: name, sourceLabels: labels});
	writeFileSync(join(folder, 'memory.gp'), script);
	const {status, errors} = gnuplot(folder, '-d', 'memory.gp');
	t.deepEqual([status, errors], [0, '']);
	t.true(existsSync(join(folder, pictureName)));
	t.false(existsSync(join(folder, 'X')));
};

for (const name of hostileNames)
	test(`nothing in a name is run: ${JSON.stringify(name)}`, testHarmless, name);

test('a plain script for two columns draws the log', t => {
	const folder = folderWith(
		`# memtop 1 {"pid":4242,"name":"prometheus","target_start":1763790000.12,"recorded":1763791234.5,"source":"go","interval":1,"host":"web-3"}
# timestamp in_use system rss virt approx released
1294926363.000 4433792 11118840 15728640 120586240 0 0
1294926364.000 4433792 11118840 15728640 120586240 1 NaN
# gap {"time":1294926364,"reason":"late","missed":12}

1294926378.125 4533792 11218840 15828640 120586240 0 4096
# end {"time":1294926379,"reason":"stopped"}
`,
		`set terminal pngcairo
set output 'plain.png'
set xdata time; set timefmt "%s"; plot "memory.log" using 1:2 with lines, "memory.log" using 1:3 with lines
`,
	);
	t.deepEqual(gnuplot(folder, '-d', 'memory.gp'), {status: 0, output: '', errors: ''});
	t.true(existsSync(join(folder, 'plain.png')));
});
