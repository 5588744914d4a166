package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, value, total int64
	fmt.Fscan(in, &n)
	for ; n > 0; n-- {
		fmt.Fscan(in, &value)
		total = sum(total, value)
	}
	fmt.Println(total)
}
