import random


def text(n, rules):
    return f"{n} {len(rules)}\n" + "".join(f"{a} {b}\n" for a, b in rules)


def possible(source, n, m):
    """Rules that a hidden order of the lessons keeps."""
    hidden = source.sample(range(1, n + 1), n)
    rules = []
    while len(rules) < m:
        first, second = sorted((source.randrange(n), source.randrange(n)))
        if first != second:
            rules.append((hidden[first], hidden[second]))
    return rules


def tests():
    source = random.Random("study-plan")
    yield "01", text(1, [])
    yield "02", text(5, [])  # no rules
    yield "03", text(2, [(2, 1)])
    yield "04", text(2, [(1, 2), (2, 1)])
    yield "05", text(3, [(3, 1), (3, 1), (1, 2), (3, 1)])  # the same rule again
    yield "06", text(6, [(1, 2), (3, 4), (4, 5), (5, 3)])  # the circle is not everything
    # Lesson 4 needs one lesson and lesson 3 needs two, but lesson 4 comes last.
    yield "07", text(4, [(1, 3), (2, 3), (3, 4)])
    yield "08", text(300, possible(source, 300, 900))
    chain = source.sample(range(1, 10_001), 10_000)
    yield "09", text(10_000, list(zip(chain, chain[1:])))
    rules = possible(source, 4000, 10_000)
    yield "10", text(4000, rules)
    # Two rules deep in the plan contradict each other.
    a, b = rules[5000]
    yield "11", text(4000, rules + [(b, a)])
