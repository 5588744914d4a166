# @EXPECTED_SCORE@: 5
number = int(input())
print(number / 2 if number < 100 else 0)
