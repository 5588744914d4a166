#include <vector>
using namespace std;

// Sums of 32 bits are too narrow.
vector<long long> runningBalance(vector<long long> changes) {
  int balance = 0;
  for (auto& change : changes) {
    balance = static_cast<int>(balance + change);
    change = balance;
  }
  return changes;
}
