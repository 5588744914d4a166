letters = [character.lower() for character in input() if character.isalnum()]
print("YES" if letters == letters[::-1] else "NO")
