package policy

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/go-playground/validator/v10"
)

// checker runs the validate tags of a struct's own fields: lengths, required
// text, one of. It is never the only guard of a number: on decimals the
// library's number tags panic.
type checker struct{ v *validator.Validate }

func newChecker() *checker {
	return &checker{v: validator.New(validator.WithRequiredStructEnabled())}
}

// checked is a fault of one field by its key.
type checked struct {
	key       string
	code      facts.Code
	want, got string
}

// check runs the tags of one struct, without going into the structs below it:
// the decoder's walk visits those itself.
func (c *checker) check(v reflect.Value, sh *shape) []checked {
	if len(sh.checked) == 0 || !v.CanAddr() {
		return nil
	}
	names := make([]string, len(sh.checked))
	for i, f := range sh.checked {
		names[i] = f.name
	}
	found, failed := c.run(v, sh, names)
	if !failed {
		return found
	}
	// Some tag can not check its field and panicked. Find out which, and let
	// the others have their say.
	found = nil
	for _, f := range sh.checked {
		one, failed := c.run(v, sh, []string{f.name})
		if failed {
			one = []checked{{key: f.key, code: facts.CodeKindFailed, want: "a validate tag that can check its field", got: "a panic"}}
		}
		found = append(found, one...)
	}
	return found
}

func (c *checker) run(v reflect.Value, sh *shape, names []string) (found []checked, failed bool) {
	defer func() {
		if recover() != nil {
			found, failed = nil, true
		}
	}()
	err := c.v.StructPartial(v.Addr().Interface(), names...)
	var list validator.ValidationErrors
	if err == nil {
		return nil, false
	}
	if !errors.As(err, &list) {
		return nil, true
	}
	for _, e := range list {
		found = append(found, sh.checkedBy(strings.TrimPrefix(e.StructNamespace(), v.Type().Name()+"."), e))
	}
	return found, false
}

// checkedBy turns the library's finding into ours.
func (sh *shape) checkedBy(name string, e validator.FieldError) checked {
	field, element, _ := strings.Cut(name, "[")
	found := checked{key: field, code: facts.CodeShape, want: "what the check " + e.ActualTag() + " asks for"}
	for _, f := range sh.checked {
		if f.name == field {
			found.key = f.key
		}
	}
	if element != "" {
		found.key += "[" + element
	}
	if text, ok := e.Value().(string); ok {
		found.got = text
	} else if e.Type() != nil && e.Type().Kind() == reflect.String {
		found.got = fmt.Sprint(e.Value())
	}
	unit := ""
	if e.Kind() == reflect.String {
		unit = " characters"
	}
	switch e.ActualTag() {
	case "required":
		found.code, found.want = facts.CodeRequired, "something here"
	case "max":
		found.want = "at most " + e.Param() + unit
	case "min":
		found.want = "at least " + e.Param() + unit
	case "len":
		found.want = "exactly " + e.Param() + unit
	case "oneof":
		found.want = "one of: " + e.Param()
	case "unique":
		found.want = "each only once"
	}
	return found
}
