package main

func runningBalance(changes []int) []int {
	balances := make([]int, 0, len(changes))
	balance := 0
	for _, change := range changes {
		balance += change
		balances = append(balances, balance)
	}
	return balances
}
