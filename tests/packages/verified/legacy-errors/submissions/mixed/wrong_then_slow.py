# @EXPECTED_RESULTS@: TIMELIMIT
number = int(input())
while number == 2:
    pass
print(0)
