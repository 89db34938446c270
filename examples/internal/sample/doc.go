// Package sample is what the generators of the sample shops share: numbers that
// are drawn the same everywhere, a roster's calendar, columns that meet a given
// total, and the two files of a month. What a shop's month contains is written
// in that shop's own generate command.
//
// # Flow
//
// A generator states its [Month] and a roster of people that embed [Person];
// [Month.Calendar] gives each their days; the shop fills its own cells of them,
// drawn from [Month.RNG]; [Facts] and [Daily] write the files; [Main] is the
// command.
//
// # Compatibility
//
// The committed files have to come out byte for byte: a change here that moves
// a number of any shop fails that shop's generate test.
package sample
