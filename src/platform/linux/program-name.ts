import {cleanText} from '../../model/clean.ts';

/**
 * The name of a program, cleaned. The kernel keeps 15 bytes of it, and some runtimes overwrite them with the
 * name of their main thread (Node does since 22.14): then it is the file name it was started by.
 */
export const programName = (kernelName: string, commandArguments: readonly string[]): string => {
	const startedAs = commandArguments[0]?.split('/').at(-1) ?? '';
	const isCut = Buffer.byteLength(kernelName) === 15 && startedAs.startsWith(kernelName);
	const isOverwritten = /^(node-)?MainThread$/.test(kernelName) && startedAs !== '';
	return cleanText(isCut || isOverwritten ? startedAs : kernelName, 64);
};
