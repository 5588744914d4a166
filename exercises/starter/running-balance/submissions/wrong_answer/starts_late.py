def running_balance(changes):
    """Begins with the balance before the first day."""
    balances = [0]
    for change in changes:
        balances.append(balances[-1] + change)
    return balances[:-1]
