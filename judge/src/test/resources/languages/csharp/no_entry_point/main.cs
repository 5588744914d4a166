class Program { static int Answer() { return 42; } }
