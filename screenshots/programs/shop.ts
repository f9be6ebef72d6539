import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** A few processes that belong together, each started by itself. */
export type Shop = {
	/** The one whose memory is worth a look. */
	readonly server: number;
	readonly end: () => void;
};

// Memory grows with what is asked of it, is given back in part from time to time, and leaks a little.
const serverScript = (leaks: boolean): string => `
const leaked = [];
let held = [];
let rounds = 20;
const baskets = count => Array.from({length: count}, (_, number) => ({number, items: new Array(8).fill(number)}));
setInterval(() => {
	held.push(baskets(15_000 + 20_000 * Math.random()));
	if (held.length < rounds) return;
	if (${leaks}) leaked.push(held[0]);
	held = held.slice(-5 * Math.random());
	rounds = 15 + 25 * Math.random();
	gc();
}, 100);
`;

const worker = `
const held = Buffer.allocUnsafeSlow(Number(process.argv.at(-1)) * 2 ** 20).fill(1);
setInterval(() => held.fill(1, 0, 4096), 1000);
`;

/** Starts a small web shop in a folder; its server forgets to give some of its memory back, unless `leaks` is false. */
export const openShop = (folder: string, {leaks} = {leaks: true}): Shop => {
	writeFileSync(join(folder, 'shop-server.js'), serverScript(leaks));
	writeFileSync(join(folder, 'shop-worker.js'), worker);
	const start = (...args: readonly string[]) =>
		spawn(process.execPath, args, {cwd: folder, stdio: 'ignore', argv0: 'node'});
	const processes = [
		start('--expose-gc', 'shop-server.js', '--port', '8080'),
		start('shop-worker.js', '--queue', 'images', '48'),
		start('shop-worker.js', '--queue', 'mail', '12'),
		start('shop-worker.js', '--queue', 'search', '27'),
	];
	return {
		server: processes[0]?.pid ?? Number.NaN,
		end: () => {
			for (const process of processes) process.kill();
		},
	};
};
