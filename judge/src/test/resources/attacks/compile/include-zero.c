// attack: includes a device without end; expect: CE
#include "/dev/zero"
int main(void) { return 0; }
