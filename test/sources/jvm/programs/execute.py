"""Runs a JVM in this process, and executes another program in its place when a line comes: no Java program can."""
import ctypes, glob, os, sys

library = ctypes.CDLL(glob.glob(os.path.dirname(os.path.dirname(os.path.realpath("/usr/bin/java"))) + "/lib/server/libjvm.so")[0])


class Option(ctypes.Structure):
	_fields_ = [("text", ctypes.c_char_p), ("extra", ctypes.c_void_p)]


class Arguments(ctypes.Structure):
	_fields_ = [("version", ctypes.c_int), ("count", ctypes.c_int), ("options", ctypes.POINTER(Option)), ("ignore", ctypes.c_ubyte)]


options = (Option * 2)(Option(b"-Xmx64m", None), Option(b"-XX:+UseSerialGC", None))
arguments = Arguments(0x00010008, 2, options, 0)
machine, environment = ctypes.c_void_p(), ctypes.c_void_p()
if library.JNI_CreateJavaVM(ctypes.byref(machine), ctypes.byref(environment), ctypes.byref(arguments)) != 0:
	sys.exit("expected a JVM, got none")
print("ready", flush=True)
sys.stdin.readline()
os.execv("/bin/sleep", ["sleep", "100"])
