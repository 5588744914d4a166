import sys
from collections import Counter

words = sys.stdin.read().split()
word, times = min(Counter(words).items(), key=lambda item: (-item[1], item[0]))
print(len(words))
print(word, times)
