import type {CollectorName} from './collector.ts';
import type {Entries} from './entries.ts';

/** What a JVM calls itself, for example `OpenJDK 17.0.12 · G1`. */
export const titleOf = ({texts}: Entries, collector: CollectorName | undefined): string => {
	const name = texts.get('java.property.java.vm.name') ?? '';
	const version = texts.get('java.property.java.version') ?? '';
	const product = products.find(([pattern]) => pattern.test(name))?.[1] ?? 'JVM';
	const numbered = versionPattern.test(version) ? `${product} ${version}` : product;
	return collector === undefined ? numbered : `${numbered} · ${collector}`;
};

const products: readonly (readonly [RegExp, string])[] = [
	[/^OpenJDK/, 'OpenJDK'],
	[/HotSpot/, 'Java HotSpot'],
	[/^Zing/, 'Zing'],
];

const versionPattern = /^[\w.+-]{1,24}$/;
