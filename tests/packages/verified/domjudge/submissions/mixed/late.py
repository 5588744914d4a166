# @EXPECTED_RESULTS@: CORRECT, TIMELIMIT
print(int(input()) + 1)
