// attack: computes while compiling; expect: CE
constexpr long f(long n) { long s = 0; for (long i = 0; i < n; i++) s += i % 7; return s; }
static_assert(f(30'000'000) + f(30'000'001) + f(30'000'002) + f(30'000'003) + f(30'000'004) != 1);
int main() {}
