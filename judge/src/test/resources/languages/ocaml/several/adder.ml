let sum a b = a + b
