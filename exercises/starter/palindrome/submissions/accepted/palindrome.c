#include <ctype.h>
#include <stdio.h>
#include <string.h>

static char line[100002];

int main(void) {
  if (fgets(line, sizeof line, stdin) == NULL) return 1;
  int left = 0, right = (int)strlen(line) - 1;
  while (left < right) {
    unsigned char a = (unsigned char)line[left], b = (unsigned char)line[right];
    if (!isalnum(a)) {
      left++;
    } else if (!isalnum(b)) {
      right--;
    } else if (tolower(a) != tolower(b)) {
      puts("NO");
      return 0;
    } else {
      left++;
      right--;
    }
  }
  puts("YES");
  return 0;
}
