# @EXPECTED_SCORE@: 4
number = int(input())
print(*range(number if number == 4 else 0))
