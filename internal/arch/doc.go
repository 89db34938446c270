// Package arch holds no code. Its tests keep the shape of the module: which
// package may import which, which dependency stays in which file, how long a
// file may be, and what a program that imports only one leaf package links.
//
// docs/architecture.md states the same rules in words.
package arch
