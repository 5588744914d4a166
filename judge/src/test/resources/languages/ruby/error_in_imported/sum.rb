def total
