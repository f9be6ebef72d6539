import {setTimeout as setTimeoutPromise} from 'node:timers/promises';
import type {Command} from '../launch/command.ts';
import {endLaunched} from '../launch/end-launched.ts';
import {type Launched, startHere} from '../launch/launched.ts';
import {openLaunched} from '../launch/open-launched.ts';
import {passSignal} from '../launch/pass-signals.ts';
import {tellEndedEarly, tellLaunched} from '../live/tell.ts';
import {createUnattended, type UnattendedOptions} from '../live/unattended.ts';
import type {Target} from '../model/target.ts';
import {systemPlatform} from '../platform/index.ts';
import {onEndingSignal, statusOf} from '../screen/signals.ts';
import {setNonBlocking} from '../terminal/tty.ts';

/** What `memtop record` records, and until when. */
export type RecordOptions = Omit<UnattendedOptions, 'isStarted'>;

/**
 * Records a process without a screen until it ends, enough is recorded, or a signal comes; resolves with the exit
 * status. Rejects as `openSession` does, and with an error when there is no file to record to.
 */
export const record = async (options: RecordOptions, target: Target): Promise<number> => {
	const {open, run, end} = createUnattended({...options, isStarted: false});
	const session = await open(target);
	// A reader that stalls must not keep signals from being obeyed.
	if (options.recording.path === '-') setNonBlocking(process.stdout);
	onEndingSignal(signal => end(signal === 'SIGINT' ? 0 : statusOf(signal), signal));
	// A recording is of one source from its first line on, where that is soon decided.
	await Promise.race([session.chooseSource(), setTimeoutPromise(patience)]);
	return run(session);
};

/** Milliseconds that the first sample waits for the choice of a source. */
const patience = 1000;

/**
 * Starts a command that has the terminal to itself, and records it from its first moment to its end, whatever signals
 * come: they are passed on. Resolves with the command's own exit status, or with 0 when enough is recorded before; then
 * the command goes on. Rejects as `record` does, and with CannotGoOnError when the command cannot be started.
 */
export const recordCommand = async (options: RecordOptions, command: Command): Promise<number> => {
	let launched: Launched | undefined;
	// From before it starts: a signal that ended memtop alone would leave it behind.
	onEndingSignal(signal => launched && passSignal(launched, signal));
	launched = await startHere(command);
	return recordLaunched({...options, showsProgress: false}, launched);
};

const recordLaunched = async (options: RecordOptions, launched: Launched): Promise<number> => {
	const {open, run, end} = createUnattended({...options, isStarted: true});
	const session = await openLaunched(launched, {open, directory: systemPlatform});
	if (!session) return tellEarly(launched);
	void launched.ended.then(({status}) => end(status, 'target ended'));
	try {
		const status = await run(session);
		tellLaunched(launched);
		return status;
	} catch (error) {
		await endLaunched(launched);
		throw error;
	}
};

const tellEarly = async (launched: Launched): Promise<number> => {
	const {status} = await launched.ended;
	tellEndedEarly(launched);
	return status;
};
