// Prints what the source says of a process, for a test that has it run by another user.
import {v8Source} from '../../../../src/sources/v8/index.ts';

const opened = await v8Source.open({pid: Number(process.argv[2]), name: 'target'});
console.log(JSON.stringify(opened));
if (opened.refused === undefined) opened.close();
