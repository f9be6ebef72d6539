import {createLinuxPlatform} from './linux/index.ts';
import type {Platform} from './platform.ts';
import {createPortablePlatform} from './portable/index.ts';

/** The platform for an operating system, named as Node names it. */
export const selectPlatform = (system: NodeJS.Platform): Platform =>
	system === 'linux' ? createLinuxPlatform() : createPortablePlatform({system});

/** The platform of this machine. */
export const systemPlatform: Platform = selectPlatform(process.platform);
