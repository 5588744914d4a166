#include <map>
#include <string>
#include <vector>
using namespace std;

string favouriteFruit(vector<string> votes) {
  map<string, int> counts;
  for (const string& vote : votes) counts[vote]++;
  string best;
  int most = 0;
  for (const auto& [fruit, count] : counts) {
    if (count > most) {
      most = count;
      best = fruit;
    }
  }
  return best;
}
