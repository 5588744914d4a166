// 32 bits are too few for these amounts.
#include <cstdio>

int main() {
  long long a, b;
  if (std::scanf("%lld %lld", &a, &b) != 2) return 1;
  std::printf("%d\n", static_cast<int>(a + b));
}
