import solution

with open("next.inp") as given, open("next.out", "w") as found:
    found.write(str(solution.next_number(int(given.read()))))
