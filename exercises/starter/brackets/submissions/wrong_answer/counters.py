# Counts each kind alone: it misses that ( and [ cross.
line = input().strip()
counts = {"(": 0, "[": 0, "{": 0}
pairs = {")": "(", "]": "[", "}": "{"}
for position, bracket in enumerate(line, 1):
    if bracket in counts:
        counts[bracket] += 1
    else:
        counts[pairs[bracket]] -= 1
        if counts[pairs[bracket]] < 0:
            print(position)
            break
else:
    print(len(line) + 1 if any(counts.values()) else 0)
