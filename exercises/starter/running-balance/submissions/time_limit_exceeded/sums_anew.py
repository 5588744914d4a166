def running_balance(changes):
    """Adds everything up again for each day."""
    return [sum(changes[: i + 1]) for i in range(len(changes))]
