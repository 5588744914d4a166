// attack: macros that expand without end; expect: CE
#define A(x) x x x x x x x x x x
#define B(x) A(A(A(x)))
#define C(x) B(B(B(x)))
const char *text = C("billion laughs");
int main(void) { return 0; }
