package main

func sum(a, b int64) int64 { return a + b }
