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
  // Print rank, name and points of each student, the best one first.
}
