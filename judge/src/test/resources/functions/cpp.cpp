#include <cstdio>
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <vector>
using namespace std;

map<string, vector<string>> combine(string text, vector<vector<long long>> numbers,
                                    map<string, double> weights, bool loud) {
  cout << "printed by the learner" << endl;
  map<string, vector<string>> result;
  for (auto& row : numbers)
    result[text].push_back(to_string(accumulate(row.begin(), row.end(), 0LL)));
  for (auto& [key, weight] : weights) {
    char shown[64];
    snprintf(shown, sizeof shown, "=%.2f", weight);
    result["weights"].push_back(key + shown);
  }
  result["loud"].push_back(loud ? "yes" : "no");
  return result;
}
