// Memory that moves a bit: grows by 1 MiB four times a second, and drops by 16 MiB when it has grown so much.
let held = [];
console.log('ready');
setInterval(() => {
	held.push(Buffer.alloc(2 ** 20, 1));
	if (held.length <= 16) return;
	held = [];
	globalThis.gc();
}, 250);
