# @EXPECTED_SCORE@: 2
print(1)
