# @EXPECTED_SCORE@: 6
print(1, 2, 3)
