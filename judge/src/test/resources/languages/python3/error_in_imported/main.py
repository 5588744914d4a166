import sum

print(sum.total)
