// attack: templates that take for ever; expect: CE
template <int N, int M> struct A { static constexpr int v = A<N - 1, M>::v + A<N - 1, M + 1>::v; };
template <int M> struct A<0, M> { static constexpr int v = M; };
int main() { return A<800, 0>::v; }
