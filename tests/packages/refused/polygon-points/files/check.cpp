#include "testlib.h"
int main() { quitp(1); }
