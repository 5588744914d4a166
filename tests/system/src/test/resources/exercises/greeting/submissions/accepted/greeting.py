# solution-marker-91c2
print(f"Hello, {input()}!")
