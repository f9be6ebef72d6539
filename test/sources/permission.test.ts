import test, {type ExecutionContext} from 'ava';
import {createProc} from '../../src/platform/linux/proc.ts';
import {explainForbidden, type Permission, whyForbidden} from '../../src/sources/permission.ts';
import {createFolder} from '../helpers/proc-root.ts';

const testReason = (
	t: ExecutionContext,
	permission: Permission,
	refused: RegExp,
	help: RegExp | undefined,
) => {
	const explained = explainForbidden(permission);
	t.regex(explained.refused, refused);
	if (help === undefined) t.is(explained.help, undefined);
	else t.regex(explained.help ?? '', help);
};

test('another user', testReason, {isSameUser: false, scope: undefined}, /^another user/, /sudo/);
test('another user under Yama', testReason, {isSameUser: false, scope: 1}, /^another user/, /as that user/);
test(
	'Yama lets a parent',
	testReason,
	{isSameUser: true, scope: 1},
	/ptrace_scope is 1/,
	/^start it under memtop/,
);
test(
	'Yama lets root',
	testReason,
	{isSameUser: true, scope: 2},
	/ptrace_scope is 2/,
	/^run memtop with sudo/,
);
test('Yama lets nobody', testReason, {isSameUser: true, scope: 3}, /ptrace_scope is 3/, undefined);
test('Yama lets everybody', testReason, {isSameUser: true, scope: 0}, /does not let/, /sudo/);
test('no Yama', testReason, {isSameUser: true, scope: undefined}, /does not let/, /sudo/);

test('what the files of the system say', t => {
	const user = process.geteuid?.() ?? 0;
	const root = createFolder(t, {
		'7/status': `Name:\tworker\nUid:\t1\t${user}\t1\t1\n`,
		'8/status': `Name:\tworker\nUid:\t1\t${user + 1}\t1\t1\n`,
		'sys/kernel/yama/ptrace_scope': '1\n',
	});
	const proc = createProc({root});
	t.regex(whyForbidden(proc, {pid: 7, name: 'own'}).refused, /ptrace_scope is 1/);
	t.is(whyForbidden(proc, {pid: 8, name: 'other'}).refused, 'another user runs it');
	t.is(whyForbidden(proc, {pid: 9, name: 'gone'}).refused, 'another user runs it');
});
