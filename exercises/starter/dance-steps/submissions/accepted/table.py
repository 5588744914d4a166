def longest(a, b):
    previous = [0] * (len(b) + 1)  # for the steps of a so far and every beginning of b
    for step in a:
        current = [0]
        left = 0
        for column, other in enumerate(b):
            if step == other:
                left = previous[column] + 1
            elif previous[column + 1] > left:
                left = previous[column + 1]
            current.append(left)
        previous = current
    return previous[-1]


print(longest(input().strip(), input().strip()))
