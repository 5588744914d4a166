#include <stdio.h>

char word[51];

int main(void) {
  while (scanf("%50s", word) == 1) {
    /* Remember the word. */
  }
  /* Print the number of words, then the most frequent one and how often it occurs. */
  return 0;
}
