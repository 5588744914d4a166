// attack: lets the assembler copy a file of the host into the program; expect: CE
__asm__(".global data\ndata: .incbin \"/etc/shadow\"\n");
int main(void) { return 0; }
