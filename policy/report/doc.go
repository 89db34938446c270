// Package report writes results for people, in Chinese and English.
//
// # Flow
//
// [Text] writes a closed month as a table that lines up in a terminal, with
// Chinese characters two columns wide; [Explain] writes one agent's slip from
// the total down to the facts; [Problems] lists what is wrong; [Load] and
// [Staffing] are for planning. All sentences come from the catalogue of package
// explain.
//
// # Units
//
// Money and scores have two digits, the decimal point is always "." and there
// is no digit grouping.
//
// # Errors
//
// Every function returns the writer's error and none of its own.
package report
