// Package shop is what the tests of the sample shops share: one piece of code
// closes each shop's month with the library and with the slow twin, holds both
// against the committed result and the page under docs/shops, and checks the
// laws that every shop keeps. A shop states itself as a [Shop] and says in its
// own tests only what is its own.
//
// Only tests import this package, and a test of its own checks that. It is no
// test file itself, so it keeps to the module's few dependencies: its checks
// are the standard library's, and the YAML decoder is handed in.
package shop
