package main

import (
	"fmt"
	"sort"
)

func combine(text string, numbers [][]int, weights map[string]float64, loud bool) map[string][]string {
	fmt.Println("printed by the learner")
	result := map[string][]string{}
	for _, row := range numbers {
		sum := 0
		for _, number := range row {
			sum += number
		}
		result[text] = append(result[text], fmt.Sprint(sum))
	}
	for key, weight := range weights {
		result["weights"] = append(result["weights"], fmt.Sprintf("%s=%.2f", key, weight))
	}
	sort.Strings(result["weights"])
	if loud {
		result["loud"] = []string{"yes"}
	} else {
		result["loud"] = []string{"no"}
	}
	return result
}
