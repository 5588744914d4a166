#include "testlib.h"
#include "common/same.h"

/* As testlib's: exit codes, and points in words. */
int main(int, char **arguments) {
  long found = read(arguments[2]), wanted = read(arguments[3]);
  if (found == wanted) { std::cerr << "points 100 right"; return 7; }
  if (found == wanted + 1) { std::cerr << "points 50 one too much"; return 7; }
  std::cerr << "points 0 wrong";
  return 7;
}
