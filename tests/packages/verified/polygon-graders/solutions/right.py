def next_number(number):
    return number + 1
