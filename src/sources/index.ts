import {goSource} from './go/index.ts';
import {jvmSource} from './jvm/index.ts';
import {mallocSource} from './malloc/index.ts';
import {osSource} from './os/index.ts';
import type {Source} from './source.ts';
import {v8Source} from './v8/index.ts';

/** Every source, the most telling first: without `--source` the first that does not refuse is taken. */
export const sources = [
	goSource,
	jvmSource,
	v8Source,
	mallocSource,
	osSource,
] as const satisfies readonly Source[];

/** The source of this name, as `--source` gives it; undefined where there is none. */
export const findSource = (name: string): Source | undefined => sources.find(source => source.name === name);
