def running_balance(changes):
    """Forgets that there may be no day at all."""
    balances = [changes[0]]
    for change in changes[1:]:
        balances.append(balances[-1] + change)
    return balances
