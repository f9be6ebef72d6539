import type {SourceInfo} from '../model/source-info.ts';

/** What a log of another program, or of a source that is not known here, says: two columns and no more about them. */
export const plainSource = {
	name: 'log',
	title: 'log of another program',
	metrics: [
		{
			id: 'log.in_use',
			label: 'In use',
			unit: 'bytes',
			column: 'in_use',
			definition: 'Second column of the log: bytes in use, as the program that wrote it means it.',
		},
		{
			id: 'log.system',
			label: 'System',
			unit: 'bytes',
			column: 'system',
			definition:
				'Third column of the log: bytes obtained from the system, as the program that wrote it means it.',
		},
	],
	inUse: 'log.in_use',
	system: 'log.system',
} as const satisfies SourceInfo;
