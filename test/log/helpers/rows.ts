import {type RowItem, type RowOptions, readRows} from '../../../src/log/rows.ts';

/** The items of a log, rows as one short text for each of their samples: `time in-use system approximate further…`. */
export const shortItems = async (path: string, options?: RowOptions): Promise<readonly string[]> => {
	const items: string[] = [];
	for await (const item of readRows(path, options)) items.push(...shorten(item));
	return items;
};

const shorten = (item: RowItem): readonly string[] => {
	if (item.type === 'rows') {
		return Array.from({length: item.length}, (_, row) => item.columns.map(column => column[row]).join(' '));
	}
	if (item.type === 'recording') {
		const {header, stampUnit, reason, offset, line} = item;
		return [
			['recording', header?.source, stampUnit, reason, `at ${offset}, line ${line}`]
				.filter(Boolean)
				.join(' '),
		];
	}
	if (item.type === 'stretch') return [`stretch ${item.header.source} at ${item.offset}, line ${item.line}`];
	if (item.type !== 'fileEnd') return [item.type];
	const {offset, line, damaged, firstDamaged, disordered} = item.position;
	return [
		`end at ${offset}, ${line} lines`,
		...(damaged > 0 ? [`${damaged} damaged from line ${firstDamaged}`] : []),
		...(disordered > 0 ? [`${disordered} disordered`] : []),
		...(item.isUnended ? ['half a line'] : []),
	];
};
