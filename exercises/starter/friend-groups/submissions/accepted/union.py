import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    n = data[0]
    parent = list(range(n + 1))
    size = [1] * (n + 1)

    def leader(student):
        while parent[student] != student:
            parent[student] = parent[parent[student]]
            student = parent[student]
        return student

    groups = n
    for a, b in zip(data[2::2], data[3::2]):
        a, b = leader(a), leader(b)
        if a != b:
            if size[a] < size[b]:
                a, b = b, a
            parent[b] = a
            size[a] += size[b]
            groups -= 1
    print(groups, max(size))


main()
