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
	| {readonly type: 'watch'; readonly pid: number}
	| {readonly type: 'setInterval'; readonly seconds: number};
