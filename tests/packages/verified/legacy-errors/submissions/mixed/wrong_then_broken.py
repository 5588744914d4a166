# @EXPECTED_RESULTS@: RUN-ERROR
number = int(input())
print(0 if number < 3 else [][0])
