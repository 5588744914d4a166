# Takes capital and small letters for different ones.
letters = [character for character in input() if character.isalnum()]
print("YES" if letters == letters[::-1] else "NO")
