/** Something to be done outside, as data: `update` asks, one place performs. */
export type Effect =
	| {readonly type: 'quit'}
	/** Ends the command that memtop started, then memtop. */
	| {readonly type: 'endCommand'}
	| {readonly type: 'suspend'}
	| {readonly type: 'redraw'}
	| {readonly type: 'pauseRecording'}
	| {readonly type: 'resumeRecording'}
	| {readonly type: 'drawPlot'}
	| {readonly type: 'cancelPlot'}
	| {readonly type: 'nextSource'}
	| {readonly type: 'listProcesses'}
	/** `isRelative` where it is of the tree of the process watched now. */
	| {readonly type: 'watch'; readonly pid: number; readonly isRelative: boolean}
	/** `time` in Unix seconds, `text` as it was typed. */
	| {readonly type: 'writeMark'; readonly time: number; readonly text: string}
	/** Samples between two times (Unix seconds of the recording itself) are to be read again, one by one. */
	| {readonly type: 'readDetail'; readonly from: number; readonly to: number; readonly isOther: boolean}
	| {readonly type: 'openRecording'; readonly by: -1 | 1}
	| {readonly type: 'setInterval'; readonly seconds: number};
