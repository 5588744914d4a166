while True: print("touchstone" * 100)
