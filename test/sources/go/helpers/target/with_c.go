//go:build withc

// With C in it, the program is linked by the linker of the system.
package main

import "C"
