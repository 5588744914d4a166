# Looks for a piece without gaps.
a, b = input().strip(), input().strip()
best = 0
previous = [0] * (len(b) + 1)
for step in a:
    current = [0]
    for column, other in enumerate(b):
        current.append(previous[column] + 1 if step == other else 0)
    best = max(best, max(current))
    previous = current
print(best)
