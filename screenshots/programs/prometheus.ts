import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Started, startProgram} from './started.ts';

const port = 19_090;

const configuration = `global:
  scrape_interval: 250ms
scrape_configs:
${['one', 'two', 'three', 'four'].map(job).join('\n')}
`;

function job(name: string): string {
	return `  - job_name: ${name}\n    static_configs:\n      - targets: ['127.0.0.1:${port}']`;
}

/** Starts a Prometheus in a folder that watches itself, busily enough for its collector to have work. */
export const openPrometheus = (folder: string): Promise<Started> => {
	writeFileSync(join(folder, 'prometheus.yml'), configuration);
	const args = [
		'--config.file=prometheus.yml',
		'--storage.tsdb.path=data',
		`--web.listen-address=127.0.0.1:${port}`,
	];
	return startProgram({program: 'prometheus', args, options: {cwd: folder}, package: 'prometheus'});
};
