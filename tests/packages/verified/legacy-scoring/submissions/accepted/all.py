# @EXPECTED_SCORE@: 10
print(*range(int(input())))
