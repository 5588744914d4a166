#include <numeric>
#include <vector>
using namespace std;

vector<long long> runningBalance(vector<long long> changes) {
  partial_sum(changes.begin(), changes.end(), changes.begin());
  return changes;
}
