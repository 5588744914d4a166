from collections import Counter


def favourite_fruit(votes):
    return min(Counter(votes).items(), key=lambda item: (-item[1], item[0]))[0]
