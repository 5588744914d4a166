#include "next.h"
int next_number(int number) { return number + 1; }
