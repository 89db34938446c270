package formatdoc

import "io/fs"

// Problems writes docs/problems.md.
func Problems(fs.FS) ([]byte, error) { return nil, nil }
