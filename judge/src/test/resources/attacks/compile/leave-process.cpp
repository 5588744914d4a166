// attack: makes the compiler's work large and is killed in the middle; expect: CE
#include <array>
#include <tuple>
#include <utility>
template <std::size_t... I> auto f(std::index_sequence<I...>) { return std::tuple{std::array<int, I>{}...}; }
auto a = f(std::make_index_sequence<6000>{});
auto b = f(std::make_index_sequence<6001>{});
int main() {}
