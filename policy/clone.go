package policy

import (
	"reflect"

	"github.com/shopspring/decimal"
)

// clone copies plain data so that a caller's later changes do not reach a
// compiled policy. Decimals are immutable and shared.
func clone[T any](v T) T {
	out := reflect.New(reflect.TypeFor[T]()).Elem()
	copyInto(out, reflect.ValueOf(&v).Elem())
	return out.Interface().(T)
}

func copyInto(out, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		out.Set(v)
		if v.Type() == reflect.TypeFor[decimal.Decimal]() {
			return
		}
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				copyInto(out.Field(i), v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			copyInto(out.Index(i), v.Index(i))
		}
	case reflect.Map:
		copyMap(out, v)
	case reflect.Pointer, reflect.Interface:
		copyElem(out, v)
	default:
		out.Set(v)
	}
}

func copyMap(out, v reflect.Value) {
	if v.IsNil() {
		return
	}
	out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
	for it := v.MapRange(); it.Next(); {
		elem := reflect.New(v.Type().Elem()).Elem()
		copyInto(elem, it.Value())
		out.SetMapIndex(it.Key(), elem)
	}
}

// copyElem copies what a pointer or an interface holds. A pointer inside an
// interface is a kind that compiling refuses; it is kept as it is.
func copyElem(out, v reflect.Value) {
	if v.IsNil() {
		return
	}
	if v.Kind() == reflect.Interface {
		if v.Elem().Kind() == reflect.Pointer {
			out.Set(v)
			return
		}
		elem := reflect.New(v.Elem().Type()).Elem()
		copyInto(elem, v.Elem())
		out.Set(elem)
		return
	}
	elem := reflect.New(v.Type().Elem())
	copyInto(elem.Elem(), v.Elem())
	out.Set(elem)
}
