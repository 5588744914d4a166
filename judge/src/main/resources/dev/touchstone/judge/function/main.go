// Calls the learner's function for each case on standard input.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"reflect"
	"strconv"
	"syscall"
)

type harness struct{ in *bufio.Reader }

func (h harness) line() string {
	text, err := h.in.ReadString('\n')
	if err != nil {
		panic(err)
	}
	return text[:len(text)-1]
}

func (h harness) count(line string) int {
	count, _ := strconv.Atoi(line[1:])
	return count
}

func (h harness) text() string {
	text := make([]byte, h.count(h.line())+1)
	if _, err := io.ReadFull(h.in, text); err != nil {
		panic(err)
	}
	return string(text[:len(text)-1])
}

func (h harness) read(value reflect.Value) {
	switch value.Kind() {
	case reflect.String:
		value.SetString(h.text())
	case reflect.Bool:
		value.SetBool(h.line() == "b1")
	case reflect.Float32, reflect.Float64:
		number, _ := strconv.ParseFloat(h.line()[1:], 64)
		value.SetFloat(number)
	case reflect.Slice:
		count := h.count(h.line())
		value.Set(reflect.MakeSlice(value.Type(), count, count))
		for i := 0; i < count; i++ {
			h.read(value.Index(i))
		}
	case reflect.Map:
		count := h.count(h.line())
		value.Set(reflect.MakeMapWithSize(value.Type(), count))
		for i := 0; i < count; i++ {
			key := h.text()
			item := reflect.New(value.Type().Elem()).Elem()
			h.read(item)
			value.SetMapIndex(reflect.ValueOf(key), item)
		}
	default:
		number, _ := strconv.ParseInt(h.line()[1:], 10, 64)
		value.SetInt(number)
	}
}

func (h harness) write(value reflect.Value, out *bufio.Writer) {
	switch value.Kind() {
	case reflect.String:
		fmt.Fprintf(out, "s%d\n%s\n", value.Len(), value.String())
	case reflect.Bool:
		if value.Bool() {
			out.WriteString("b1\n")
		} else {
			out.WriteString("b0\n")
		}
	case reflect.Float32, reflect.Float64:
		fmt.Fprintf(out, "f%s\n", strconv.FormatFloat(value.Float(), 'g', -1, 64))
	case reflect.Slice, reflect.Array:
		fmt.Fprintf(out, "l%d\n", value.Len())
		for i := 0; i < value.Len(); i++ {
			h.write(value.Index(i), out)
		}
	case reflect.Map:
		fmt.Fprintf(out, "m%d\n", value.Len())
		for _, key := range value.MapKeys() {
			h.write(key, out)
			h.write(value.MapIndex(key), out)
		}
	default:
		fmt.Fprintf(out, "i%d\n", value.Int())
	}
}

func main() {
	// The learner's output goes to standard error; results have a stream of their own.
	answers, err := syscall.Dup(1)
	if err != nil {
		panic(err)
	}
	if err := syscall.Dup3(2, 1, 0); err != nil {
		panic(err)
	}
	out := bufio.NewWriter(os.NewFile(uintptr(answers), "answers"))
	h := harness{bufio.NewReaderSize(os.Stdin, 1<<16)}
	function := reflect.ValueOf(@name@)
	cases, _ := strconv.Atoi(h.line())
	for ; cases > 0; cases-- {
		arguments := make([]reflect.Value, function.Type().NumIn())
		for i := range arguments {
			arguments[i] = reflect.New(function.Type().In(i)).Elem()
			h.read(arguments[i])
		}
		h.write(function.Call(arguments)[0], out)
		out.Flush()
	}
}
