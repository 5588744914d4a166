#include <algorithm>
#include <iostream>
#include <queue>
#include <vector>

int main() {
  int n, k, m;
  std::cin >> n >> k >> m;
  std::vector<int> pages(n);
  std::queue<int> queue;
  for (int i = 0; i < n; i++) {
    std::cin >> pages[i];
    queue.push(i);
  }
  int made = 0;
  while (pages[m - 1] > 0) {
    const int student = queue.front();
    queue.pop();
    const int copied = std::min(k, pages[student]);
    made += copied;
    pages[student] -= copied;
    if (pages[student] > 0) queue.push(student);
  }
  std::cout << made << '\n';
}
