import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {type Started, startProgram} from './started.ts';

/** Starts a Java program, compiled into a folder. */
export const openOrders = async (folder: string): Promise<Started> => {
	execFileSync('javac', ['-d', folder, fileURLToPath(new URL('Orders.java', import.meta.url))]);
	const args = ['-XX:+UseG1GC', '-Xmx256m', '-cp', folder, 'Orders'];
	return startProgram({program: 'java', args, options: {cwd: folder}, package: 'default-jdk-headless'});
};
