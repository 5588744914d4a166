// attack: a program of many gigabytes; expect: CE RTE MLE
char a[1UL << 34] = {1};
int main(void) { return 0; }
