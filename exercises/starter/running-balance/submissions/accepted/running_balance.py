from itertools import accumulate


def running_balance(changes):
    return list(accumulate(changes))
