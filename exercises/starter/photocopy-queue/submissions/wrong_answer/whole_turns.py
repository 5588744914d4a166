# Counts k pages for every turn, even where a student needs fewer.
from collections import deque

n, k, m = map(int, input().split())
pages = list(map(int, input().split()))
queue = deque(range(n))
made = 0
while pages[m - 1] > 0:
    student = queue.popleft()
    made += k
    pages[student] -= k
    if pages[student] > 0:
        queue.append(student)
print(made)
