# One call for each pair of letters is too deep for Python.
letters = [character.lower() for character in input() if character.isalnum()]


def same(left, right):
    return left >= right or (letters[left] == letters[right] and same(left + 1, right - 1))


print("YES" if same(0, len(letters) - 1) else "NO")
