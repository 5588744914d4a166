// attack: includes random numbers; expect: CE
#include "/dev/urandom"
int main() {}
