# Remembers its results, but calls itself too deep for Python.
from functools import lru_cache

a, b = input().strip(), input().strip()


@lru_cache(maxsize=None)
def longest(i, j):
    if i == 0 or j == 0:
        return 0
    if a[i - 1] == b[j - 1]:
        return longest(i - 1, j - 1) + 1
    return max(longest(i - 1, j), longest(i, j - 1))


print(longest(len(a), len(b)))
