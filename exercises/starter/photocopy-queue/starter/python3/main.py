n, k, m = map(int, input().split())
pages = list(map(int, input().split()))
# Nam is pages[m - 1]. collections.deque is a quick queue.
