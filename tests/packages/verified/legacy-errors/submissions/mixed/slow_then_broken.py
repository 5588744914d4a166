# @EXPECTED_RESULTS@: RUN-ERROR
number = int(input())
while number == 1:
    pass
print([][0])
