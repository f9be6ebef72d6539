// Prints what a source says of a process, for a test that has it run by another user: name of the source, pid.
import {findSource} from '../../src/sources/index.ts';

const [name = '', pid] = process.argv.slice(2);
const opened = await findSource(name)?.open({pid: Number(pid), name: 'target'});
console.log(JSON.stringify(opened));
if (opened?.refused === undefined) opened?.close();
