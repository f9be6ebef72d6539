import test, {type ExecutionContext} from 'ava';
import {isCurrentFile} from '../../../src/sources/jvm/whether-current.ts';
import {hsperfdataPart, serialCounters} from '../../fuzz/images/hsperfdata.ts';

const began = 1_763_790_000;

const testFile = async (
	t: ExecutionContext,
	{start, growth = 0}: {start: number | undefined; growth?: number},
	expected: boolean,
) => {
	const images = [0, growth].map(
		more => hsperfdataPart({...serialCounters, 'sun.os.hrt.ticks': 1000 + more}).bytes,
	);
	const file = {
		size: images[0]?.length ?? 0,
		readNow: (_position: number, into: Buffer) => (images.shift() ?? Buffer.alloc(0)).copy(into),
		close: () => {},
	};
	t.is(await isCurrentFile(file, start), expected);
};

test('of a JVM that began with its process', testFile, {start: began}, true);
test('of a JVM that began later, as behind a shell', testFile, {start: began - 1000}, true);
test('left by an earlier process', testFile, {start: began + 10}, false);
test('where the clock was set since, but it moves', testFile, {start: began + 10, growth: 1}, true);
test('of a process whose start is not known, but it moves', testFile, {start: undefined, growth: 1}, true);
test('of a process whose start is not known', testFile, {start: undefined}, false);
