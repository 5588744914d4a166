import sys

words = sys.stdin.read().split()
# Print the number of words, then the most frequent one and how often it occurs.
