// Package formatdoc writes docs/format.md, docs/problems.md, docs/results.md,
// docs/mechanisms.md and the JSON Schemas of package policy from what they
// describe: the key tags and doc comments of the document types, the kind
// tables, the codes of problems, examples that are run, and the names of tests.
//
// # Flow
//
// A model is a reflecting walk over a document's types by the same key tags
// that the reader of package policy uses. A source holds the doc comments of
// those types. [Format] writes both through format.tmpl as a manual;
// [Problems] runs the examples of the folder problems and writes what they
// give through problems.tmpl; [Results] closes the sample shop for
// results.tmpl; [Mechanisms] holds the rows of rows.txt against the words of
// documents, the samples and the tests. [PolicySchema] and [FactsSchema] write the same model as JSON
// Schemas.
//
// # Errors
//
// What is not documented is an error: a key without a meaning, a word without
// a comment, a kind without a snippet and a worked number, a code without an
// example, a row of a shop without a test.
//
// The package stands beside the arrow: it serves go generate and tests, and
// nothing of the library imports it.
package formatdoc

//go:generate go run ./generate ../..
