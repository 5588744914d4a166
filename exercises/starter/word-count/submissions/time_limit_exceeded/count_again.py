# Counts each word from the beginning.
import sys

words = sys.stdin.read().split()
word = min(words, key=lambda candidate: (-words.count(candidate), candidate))
print(len(words))
print(word, words.count(word))
