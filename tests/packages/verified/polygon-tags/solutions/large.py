print(len(bytearray(400 << 20)))
