import type {CollectorName} from './collector.ts';
import type {Entries} from './entries.ts';

/** What a JVM calls itself, for example `OpenJDK 17.0.12 · G1`, and whether its version is in it. */
export const titleOf = (
	{texts}: Entries,
	collector: CollectorName | undefined,
): {readonly text: string; readonly hasVersion: boolean} => {
	const name = texts.get('java.property.java.vm.name') ?? '';
	const version = texts.get('java.property.java.version') ?? '';
	const product = products.find(([pattern]) => pattern.test(name))?.[1] ?? 'JVM';
	const hasVersion = versionPattern.test(version);
	const numbered = hasVersion ? `${product} ${version}` : product;
	return {text: collector === undefined ? numbered : `${numbered} · ${collector}`, hasVersion};
};

const products: readonly (readonly [RegExp, string])[] = [
	[/^OpenJDK/, 'OpenJDK'],
	[/HotSpot/, 'Java HotSpot'],
	[/^Zing/, 'Zing'],
];

const versionPattern = /^[\w.+-]{1,24}$/;
