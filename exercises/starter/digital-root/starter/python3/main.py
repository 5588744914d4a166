n = input().strip()
# n is a text: its digits are n[0], n[1], and so on.
