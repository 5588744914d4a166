// attack: computes in many threads; expect: TLE
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> all;
  for (int i = 0; i < 16; i++) all.emplace_back([] { for (volatile long i = 0;; i = i + 1) {} });
  for (auto &t : all) t.join();
}
