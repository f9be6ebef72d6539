import {once} from 'node:events';
import {createWriteStream} from 'node:fs';

/** The form of a log's lines: three columns, as of any program, or those that memtop records of a Go program. */
export type LogForm = 'plain' | 'memtop';

/** Writes a log of so many samples at 100 Hz: a saw-tooth that grows, as of a program that leaks and collects. */
export const writeLog = async (path: string, lines: number, form: LogForm): Promise<void> => {
	const file = createWriteStream(path);
	const nextLine = createLines(form);
	let text: string = heads[form];
	for (let line = 0; line < lines; line += 1) {
		text += nextLine(line);
		if (text.length < chunk) continue;
		if (!file.write(text)) await once(file, 'drain');
		text = '';
	}
	file.end(text);
	await once(file, 'close');
};

/** Characters written at once. */
const chunk = 2 ** 20;

const start = 1_294_926_363;

const header = {
	...{pid: 4242, name: 'prometheus', target_start: 1_294_900_000.12, recorded: start},
	...{source: 'go', interval: 0.01, host: 'web-3'},
};

const heads = {
	plain: '# timestamp in_use system\n',
	memtop: `# memtop 1 ${JSON.stringify(header)}\n# timestamp in_use system rss virt approx released live_heap collections outside\n`,
} as const satisfies Readonly<Record<LogForm, string>>;

const createLines = (form: LogForm): ((line: number) => string) => {
	let [inUse, system, live, collections] = [4_000_000, 11_118_840, 4_000_000, 0];
	let seed = 7;
	return line => {
		inUse += 60_000 * random();
		if (inUse > 0.9 * system) collect(line);
		const time = start + line / 100;
		if (form === 'plain') return `${time.toFixed(3)} ${Math.round(inUse)} ${system}\n`;
		const outside = line % 100 === 0 ? '1228800' : 'NaN';
		const further = `${Math.round(0.8 * system)} 1207959552 0 ${Math.round(0.1 * system)}`;
		return `${time.toFixed(6)} ${Math.round(inUse)} ${system} ${further} ${Math.round(live)} ${collections} ${outside}\n`;
	};

	function collect(line: number): void {
		live = 2e6 + 3e6 * random() + line / 2;
		inUse = live;
		collections += 1;
		if (random() < 0.01 || inUse > 0.9 * system) system += 262_144;
	}

	// Park and Miller's generator: the same log on every machine.
	function random(): number {
		seed = (16_807 * seed) % (2 ** 31 - 1);
		return seed / 2 ** 31;
	}
};
