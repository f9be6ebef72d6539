import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** A Prometheus that watches itself, busily enough for its collector to have work. */
export type Prometheus = {readonly pid: number; readonly end: () => void};

const port = 19_090;

const configuration = `global:
  scrape_interval: 250ms
scrape_configs:
${['one', 'two', 'three', 'four'].map(job).join('\n')}
`;

function job(name: string): string {
	return `  - job_name: ${name}\n    static_configs:\n      - targets: ['127.0.0.1:${port}']`;
}

/** Starts Prometheus in a folder. Rejects with one clear line when it is not installed. */
export const openPrometheus = async (folder: string): Promise<Prometheus> => {
	writeFileSync(join(folder, 'prometheus.yml'), configuration);
	const args = [
		'--config.file=prometheus.yml',
		'--storage.tsdb.path=data',
		`--web.listen-address=127.0.0.1:${port}`,
	];
	const child = spawn('prometheus', args, {cwd: folder, stdio: 'ignore'});
	await new Promise<void>((resolve, reject) => {
		child.once('spawn', resolve);
		child.once('error', error => {
			reject(new Error('expected prometheus to be installed: apt-get install prometheus', {cause: error}));
		});
	});
	return {pid: child.pid ?? Number.NaN, end: () => child.kill()};
};
