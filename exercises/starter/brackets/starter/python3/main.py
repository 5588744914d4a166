line = input()
# Print 0, or the position of the first wrong bracket, or len(line) + 1.
