# Buys what gives the most joy for its price as long as the money lasts.
import sys

data = list(map(int, sys.stdin.read().split()))
n, w = data[0], data[1]
joy_total = 0
for cost, joy in sorted(zip(data[2::2], data[3::2]), key=lambda item: -item[1] / item[0]):
    if cost <= w:
        w -= cost
        joy_total += joy
print(joy_total)
