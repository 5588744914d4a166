def favourite_fruit(votes):
    """Counts the whole list again for every vote."""
    return min(votes, key=lambda fruit: (-votes.count(fruit), fruit))
