static class Adder {
    public static long Sum(long a, long b) { return a + b; }
}
