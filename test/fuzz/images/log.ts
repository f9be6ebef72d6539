import type {Random} from '../random.ts';

/** The text of a log of any kind, with wrong fields, lines and bytes in it. */
export const randomLog = (random: Random): string => {
	const kind = random.pick(kinds);
	const lines = Array.from({length: 5 + random.below(60)}, (_, index) => kind.line(index, random));
	for (let change = random.below(6); change > 0; change -= 1) {
		lines.splice(random.below(lines.length), random.below(2), changed(lines, random));
	}
	return damageBytes(kind.head + lines.map(line => line + random.pick(kind.ends)).join(''), random);
};

type Kind = {
	readonly head: string;
	readonly line: (index: number, random: Random) => string;
	readonly ends: readonly [string, ...string[]];
};

const header =
	'# memtop 1 {"pid":1,"name":"a","recorded":5,"source":"go","interval":1,"host":"b"}\n# timestamp in_use system';

const number = (random: Random): string =>
	random.pick([
		String(random.below(2 ** 32)),
		String(random.below(1000)),
		(random.below(2 ** 32) / 1000).toFixed(random.below(7)),
		'0',
		'NaN',
	]);

const stamp = (index: number, decimals: number): string => (1_294_926_363 + index * 0.01).toFixed(decimals);

const fields = (index: number, random: Random, count: number): string =>
	[stamp(index, 6), ...Array.from({length: count}, () => number(random))].join(' ');

const kinds: readonly [Kind, ...Kind[]] = [
	{head: `${header} rss virt approx swap\n`, line: (index, random) => fields(index, random, 6), ends: ['\n']},
	{
		head: `${header} approx\n`,
		line: (index, random) => `${stamp(index, 3)} 1 2 ${random.below(2)}`,
		ends: ['\n'],
	},
	{head: `${header} a approx b a approx\n`, line: (index, random) => fields(index, random, 7), ends: ['\n']},
	{head: `${header}\n`, line: (index, random) => fields(index, random, 2), ends: ['\n']},
	{
		head: `${header} rss virt approx collections swap\n`,
		line: (index, random) => `${fields(index, random, 1)} 11118840 ${random.below(3)} 1207959552 1 7 NaN`,
		ends: ['\n', '\n', '\n', '\r\n'],
	},
	{head: '', line: (index, random) => fields(index, random, 2), ends: ['\n', '\r\n']},
	{
		head: '# made by hand\r\n',
		line: (index, random) => fields(index, random, 2).replaceAll(' ', '\t'),
		ends: ['\r\n'],
	},
	{
		head: '',
		line: (index, random) => `  ${1_294_926_363 + index}   ${number(random)} \t ${number(random)} x`,
		ends: ['\n', ' \n'],
	},
	{head: '', line: (index, random) => `${1_294_926_363_000 + index} ${number(random)} 2`, ends: ['\n']},
	{head: '', line: (index, random) => `${1_294_926_363_000_000 + index}.5 ${number(random)} 2`, ends: ['\n']},
	{head: '', line: (index, random) => `${1_294_926_363 + index}000000000 ${number(random)} 2`, ends: ['\n']},
];

// A line with another field in it, or one that is none.
const changed = (lines: readonly string[], random: Random): string => {
	if (random.chance(0.3)) return random.pick(otherLines);
	const parts = (lines[random.below(lines.length)] ?? '').split(' ');
	parts[random.below(parts.length)] = random.pick(otherFields);
	return parts.join(' ');
};

const otherFields = [
	...[
		'',
		'-',
		'?',
		'+5',
		'-5',
		'-0',
		'nan',
		'-nan',
		'NAN',
		'NaNs',
		'Infinity',
		'1e5',
		'1E3',
		'0x10',
		'1_000',
		'x',
	],
	...[
		'5.',
		'.5',
		'.',
		'1.2.3',
		'00',
		'007.50',
		'1,5',
		'0.1',
		'4503599627370497.5',
		'\u00a0',
		'\v',
		'\f',
		'\r',
	],
	...[
		'9007199254740991',
		'9007199254740992',
		'9007199254740993',
		'18446744073709551615',
		'0.30000000000000004',
	],
	...['1.7976931348623157', '0.0000000000000000000001', '0.00000000000000000000001', '1'.repeat(400)],
	...['1294926300', '1294926360', '1294926363.5', '4294967296', '253402300799', '253402300800', '0', '1'],
] as const satisfies readonly string[];

const otherLines = [
	...[
		'',
		' ',
		'\t\r',
		'# comment',
		'\0\0\0',
		'# mark {"time":5,"label":"a"}',
		'# gap {"time":5}',
		'# step {"time":5}',
	],
	...[
		`${header} rss`,
		`\n\n${header} rss`,
		'# memtop 1 {',
		'# timestamp in_use system',
		'\n',
		'\n\n\n',
		'x'.repeat(500),
	],
	header.replace('"host":"b"', '"host":"b","continues":true'),
] as const satisfies readonly string[];

const damageBytes = (text: string, random: Random): string => {
	const bytes = Buffer.from(text, 'latin1');
	for (let change = random.below(4); change > 0; change -= 1) {
		bytes[random.below(bytes.length)] = random.chance(0.5) ? random.below(256) : random.pick(nearBytes);
	}
	return bytes.toString('latin1');
};

const nearBytes = [0x0a, 0x0d, 0x20, 0x09, 0x2e, 0x2d, 0x30, 0x39, 0x3a, 0x2f, 0x4e, 0x23] as const;
