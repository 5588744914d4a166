print(-5)
