/* Sorted, with one finger from each end. */
#include <stdio.h>
#include <stdlib.h>

static int prices[100000];

static int compare(const void *first, const void *second) {
  int a = *(const int *)first, b = *(const int *)second;
  return (a > b) - (a < b);
}

int main(void) {
  int n, s;
  if (scanf("%d %d", &n, &s) != 2) return 1;
  for (int i = 0; i < n; i++) {
    if (scanf("%d", &prices[i]) != 1) return 1;
  }
  qsort(prices, (size_t)n, sizeof prices[0], compare);
  long long pairs = 0;
  int low = 0, high = n - 1;
  while (low < high) {
    int sum = prices[low] + prices[high];
    if (sum < s) {
      low++;
    } else if (sum > s) {
      high--;
    } else if (prices[low] == prices[high]) {
      long long equal = high - low + 1;
      pairs += equal * (equal - 1) / 2;
      break;
    } else {
      long long left = 1, right = 1;
      while (prices[low + 1] == prices[low]) {
        low++;
        left++;
      }
      while (prices[high - 1] == prices[high]) {
        high--;
        right++;
      }
      pairs += left * right;
      low++;
      high--;
    }
  }
  printf("%lld\n", pairs);
  return 0;
}
