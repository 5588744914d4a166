package main

func favouriteFruit(votes []string) string {
	counts := map[string]int{}
	for _, vote := range votes {
		counts[vote]++
	}
	best := votes[0]
	for fruit, count := range counts {
		if count > counts[best] || count == counts[best] && fruit < best {
			best = fruit
		}
	}
	return best
}
