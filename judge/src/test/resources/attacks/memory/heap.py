# attack: one object of many gigabytes; expect: MLE RTE
print(len(bytearray(64 << 30)))
