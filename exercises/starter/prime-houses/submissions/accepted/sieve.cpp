#include <iostream>
#include <vector>

int main() {
  constexpr int top = 1'000'000;
  std::vector<bool> composite(top + 1);
  std::vector<int> primes_up_to(top + 1);
  for (int number = 2; number <= top; number++) {
    primes_up_to[number] = primes_up_to[number - 1] + (composite[number] ? 0 : 1);
    if (composite[number]) continue;
    for (long long other = 1LL * number * number; other <= top; other += number) {
      composite[other] = true;
    }
  }
  std::ios::sync_with_stdio(false);
  int q;
  std::cin >> q;
  while (q-- > 0) {
    int l, r;
    std::cin >> l >> r;
    std::cout << primes_up_to[r] - primes_up_to[l - 1] << '\n';
  }
}
