// Package columns lays a month of facts out as columns of int64 and compiles
// the names, conditions and rankings that every stage shares. It is what rule
// kinds and pay items compile against; it is not part of the public API.
//
// # Flow
//
// [NewSchema] compiles the metrics of a policy into names, [NewSchemaWith] its
// kinds of event, panels and inspections too. Stages add figures
// ([Schema.Add]) in their order, so a clause that names something a later
// stage makes is an unknown name. [Schema.Build] checks a month's facts and
// returns a [Table]; each stage then fills its figures.
//
// # Units
//
// A [Value] is Num / (Den * 10^Scale). A plain column has Den 1; a ratio or a
// weighted mean stays two columns to the end.
//
// # Errors
//
// Compiling and building report [facts.Problem]s to a [facts.Check]; nothing
// panics on data. A Table belongs to one run and is read-only once built.
package columns
