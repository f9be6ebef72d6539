// Prints what the source says of a process, for a test that has it run by another user.
import {jvmSource} from '../../../../src/sources/jvm/index.ts';

const opened = await jvmSource.open({pid: Number(process.argv[2]), name: 'target'});
console.log(JSON.stringify(opened));
if (opened.refused === undefined) opened.close();
