print("missing bracket"
