# Looks at all stalls before each one.
n = int(input())
prices = list(map(int, input().split()))
longest = [1] * n
for i in range(n):
    for j in range(i):
        if prices[j] < prices[i] and longest[j] >= longest[i]:
            longest[i] = longest[j] + 1
print(max(longest))
