package sum

import "fmt"

func main() {
	fmt.Println(321)
}
