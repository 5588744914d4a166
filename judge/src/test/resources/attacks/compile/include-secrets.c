// attack: lets the compiler quote files of the host; expect: CE
#include "/etc/passwd"
#include "/etc/shadow"
#include "/proc/1/environ"
int main(void) { return 0; }
