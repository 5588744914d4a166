fun sum(a: Long, b: Long): Long = a + b
