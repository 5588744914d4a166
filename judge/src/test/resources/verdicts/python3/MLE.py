all = []
while True: all.append(bytearray(1 << 20))
