// Leaves students with equal points in the order of the input.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

struct Student {
  std::string name;
  int points;
};

int main() {
  int n;
  std::cin >> n;
  std::vector<Student> students(n);
  for (Student& student : students) std::cin >> student.name >> student.points;
  std::stable_sort(students.begin(), students.end(), [](const Student& a, const Student& b) {
    return a.points > b.points;
  });
  int rank = 1;
  for (int i = 0; i < n; i++) {
    if (i > 0 && students[i].points != students[i - 1].points) rank = i + 1;
    std::cout << rank << ' ' << students[i].name << ' ' << students[i].points << '\n';
  }
}
