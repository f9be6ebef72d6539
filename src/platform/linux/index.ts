import type {Platform} from '../platform.ts';
import {listDescendants} from './descendants.ts';
import {identify} from './identify.ts';
import {listProcesses} from './list.ts';
import {openLinuxProcess} from './open-process.ts';
import {createProc, type Proc} from './proc.ts';
import {readProgramFile} from './program-file.ts';

/** Linux, by the files below `/proc`: all on the way to a first sample is a few small synchronous reads. */
export const createLinuxPlatform = (proc: Proc = createProc()): Platform => ({
	list: () => listProcesses(proc),
	identify: async pid => identify(proc, pid),
	openProcess: async target => openLinuxProcess(proc, target),
	descendants: pid => listDescendants(proc, pid),
	programOf: pid => readProgramFile(proc, pid),
});
