#include <iostream>
#include <stack>
#include <string>

int main() {
  const std::string opening = "([{", closing = ")]}";
  std::string line;
  std::cin >> line;
  std::stack<char> expected;
  for (std::size_t i = 0; i < line.size(); i++) {
    const auto kind = opening.find(line[i]);
    if (kind != std::string::npos) {
      expected.push(closing[kind]);
    } else if (!expected.empty() && expected.top() == line[i]) {
      expected.pop();
    } else {
      std::cout << i + 1 << '\n';
      return 0;
    }
  }
  std::cout << (expected.empty() ? 0 : line.size() + 1) << '\n';
}
