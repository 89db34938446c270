// Package schemacheck checks documents against the JSON Schemas of package
// policy with an ordinary validator, as an editor does. It is a module of its
// own, so that nobody who uses the library needs a validator.
//
// # Flow
//
// [New] compiles both schemas. [Schemas.Policy] and [Schemas.Facts] read a YAML
// or JSON text into plain values, by the core schema of YAML 1.2 as editors do,
// and validate these. [Extend] adds a kind of a program's own to a schema.
//
// # What a schema can not see
//
// A schema sees what YAML made of a text: a bare 1e5, 010 or +5 is a number
// like another, and only the reader, which sees the text, refuses it. Nor does
// it know which metrics there are. So everything that policy.Load accepts is
// valid here, and what is valid here may still be refused by policy.Load.
package schemacheck
