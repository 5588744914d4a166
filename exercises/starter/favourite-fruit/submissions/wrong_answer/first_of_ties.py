from collections import Counter


def favourite_fruit(votes):
    """Takes of several the one that was named first."""
    return Counter(votes).most_common(1)[0][0]
