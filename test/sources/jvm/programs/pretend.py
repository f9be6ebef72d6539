"""Looks like a JVM: has a libjvm.so and the counters in a file mapped. Obeys `cut` and `write OFFSET HEX`."""
import mmap, os, sys

folder, image = sys.argv[1], sys.argv[2]
library = open(os.path.join(folder, "libjvm.so"), "w+b")
library.truncate(4096)
code = mmap.mmap(library.fileno(), 4096, prot=mmap.PROT_READ)
os.mkdir(os.path.join(folder, "hsperfdata_jane"))
file = open(os.path.join(folder, "hsperfdata_jane", str(os.getpid())), "w+b")
file.write(open(image, "rb").read())
file.flush()
counters = mmap.mmap(file.fileno(), 0)
print("ready", flush=True)
for line in sys.stdin:
	words = line.split()
	if words[0] == "cut":
		os.truncate(file.fileno(), 0)
	else:
		data = bytes.fromhex(words[2])
		counters[int(words[1]):int(words[1]) + len(data)] = data
	print("done", flush=True)
