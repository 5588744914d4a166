# Of equally frequent words it takes the one that it met first.
import sys
from collections import Counter

words = sys.stdin.read().split()
word, times = Counter(words).most_common(1)[0]
print(len(words))
print(word, times)
