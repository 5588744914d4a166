# attack: a list that grows; expect: MLE RTE
x = []
while True:
    x.append(" " * 100_000 + str(len(x)))
