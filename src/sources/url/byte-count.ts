/**
 * The bytes that a text counts, as Go, Java and Prometheus print them: `4433792`, `4.433792e+06`, `1.2E7`. Undefined for
 * what can be no count of bytes: negative, fractional, NaN, or too large to be told to the byte.
 */
export const parseByteCount = (text: string): number | undefined =>
	decimal.test(text) ? asByteCount(Number(text)) : undefined;

/** The same of a value in JSON. */
export const asByteCount = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const decimal = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
