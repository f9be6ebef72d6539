import test from 'ava';
import {createBudget} from '../../../src/sources/os/budget.ts';

const gibibyte = 1024 ** 3;

test('before the first reading 13 ms for each GiB are expected', t => {
	const budget = createBudget(0);
	t.true(budget.allows(gibibyte / 2, 0));
	t.false(budget.allows(gibibyte, 299));
	t.true(budget.allows(gibibyte, 300));
	t.false(budget.allows(100 * gibibyte, 128_000));
	t.true(budget.allows(100 * gibibyte, 129_000));
});

test('afterwards what it cost', t => {
	const budget = createBudget(0);
	budget.spend(50, gibibyte, 10_000);
	t.false(budget.allows(gibibyte, 14_999));
	t.true(budget.allows(gibibyte, 15_000));
});

test('and for as much more as the process has grown', t => {
	const budget = createBudget(0);
	budget.spend(50, gibibyte, 0);
	t.false(budget.allows(4 * gibibyte, 19_999));
	t.true(budget.allows(4 * gibibyte, 20_000));
});
