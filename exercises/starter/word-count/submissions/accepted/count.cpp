#include <iostream>
#include <map>
#include <string>

int main() {
  std::map<std::string, int> times;
  std::string word;
  int count = 0;
  while (std::cin >> word) {
    times[word]++;
    count++;
  }
  std::string best;
  int most = 0;
  for (const auto& [candidate, number] : times) {
    if (number > most) {
      best = candidate;
      most = number;
    }
  }
  std::cout << count << '\n' << best << ' ' << most << '\n';
}
