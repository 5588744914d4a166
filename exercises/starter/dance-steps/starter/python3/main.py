a = input().strip()
b = input().strip()
# Print the length of the longest common dance.
