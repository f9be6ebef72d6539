import test from 'ava';
import {binOfSize} from '../../../src/sources/malloc/bin-of-size.ts';

for (const [size, bin] of [
	[32, 2],
	[1008, 63],
	[1024, 64],
	[1072, 64],
	[1088, 65],
	[3120, 96],
	[3136, 97],
	[3584, 98],
	[10_736, 111],
	[10_752, 112],
	[12_288, 113],
	[45_040, 120],
	[45_056, 120],
	[65_536, 121],
	[163_824, 123],
	[163_840, 124],
	[262_144, 125],
	[786_416, 126],
	[786_432, 126],
	[2 ** 40, 126],
] as const) {
	test(`a free chunk of ${size} bytes lies in bin ${bin}`, t => {
		t.is(binOfSize(size), bin);
	});
}
