import {CannotGoOnError} from '../../model/cannot-go-on-error.ts';
import {placesOf, shownUrl} from './address.ts';
import {type Limits, usualLimits} from './answer.ts';
import {type Connection, createConnection} from './connection.ts';
import type {Figures} from './figures.ts';
import {readAnswer} from './read-answer.ts';

/** An address at which memory figures were found. */
export type Endpoint = {
	/** Where they are, after redirects. */
	readonly url: URL;
	/** What it told first. */
	readonly figures: Figures;
	readonly limits: Limits;
};

/**
 * Looks at the address, or in the usual places of a host that was named alone. Rejects with CannotGoOnError when there
 * are no memory figures. The only way to an endpoint: nothing is asked that the user has not named.
 */
export const openEndpoint = async (url: URL, limits: Limits = usualLimits): Promise<Endpoint> => {
	const connection = createConnection(limits);
	try {
		return await findFigures(url, connection, limits);
	} finally {
		connection.close();
	}
};

const findFigures = async (url: URL, connection: Connection, limits: Limits): Promise<Endpoint> => {
	const findings: Finding[] = [];
	for (const place of placesOf(url)) {
		const answer = await connection.ask(place);
		const figures = answer.failed === undefined ? readAnswer(answer) : answer;
		if (answer.failed === undefined && figures.failed === undefined)
			return {url: answer.url, figures, limits};
		findings.push({place, failed: figures.failed ?? ''});
		if ('isUnreachable' in figures) break;
	}
	throw new CannotGoOnError(`expected memory figures at ${shownUrl(url)}, got ${tell(findings)}`);
};

type Finding = {readonly place: URL; readonly failed: string};

const tell = (findings: readonly Finding[]): string =>
	findings.length === 1
		? findings.map(({failed}) => failed).join()
		: findings.map(({place, failed}) => `${failed} at ${place.pathname}`).join(', ');
