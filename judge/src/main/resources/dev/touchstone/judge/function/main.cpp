// Calls the learner's function for each case on standard input.
#include "solution.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

namespace harness {
std::string data;
std::size_t position = 0;

std::string line() {
  std::size_t end = data.find('\n', position);
  std::string text = data.substr(position, end - position);
  position = end + 1;
  return text;
}

template <class T>
struct Wire {
  static T read() {
    if constexpr (std::is_same_v<T, bool>) return line() == "b1";
    else if constexpr (std::is_floating_point_v<T>) return std::strtod(line().c_str() + 1, nullptr);
    else return static_cast<T>(std::strtoll(line().c_str() + 1, nullptr, 10));
  }
  static void write(const T& value, std::string& out) {
    if constexpr (std::is_same_v<T, bool>) {
      out += value ? "b1\n" : "b0\n";
    } else if constexpr (std::is_floating_point_v<T>) {
      char text[64];
      std::snprintf(text, sizeof text, "f%.17g\n", static_cast<double>(value));
      out += text;
    } else {
      out += "i" + std::to_string(value) + "\n";
    }
  }
};

template <>
struct Wire<std::string> {
  static std::string read() {
    std::size_t length = std::strtoull(line().c_str() + 1, nullptr, 10);
    std::string text = data.substr(position, length);
    position += length + 1;
    return text;
  }
  static void write(const std::string& value, std::string& out) {
    out += "s" + std::to_string(value.size()) + "\n" + value + "\n";
  }
};

template <class T>
struct Wire<std::vector<T>> {
  static std::vector<T> read() {
    std::size_t count = std::strtoull(line().c_str() + 1, nullptr, 10);
    std::vector<T> items;
    items.reserve(count);
    for (std::size_t i = 0; i < count; i++) items.push_back(Wire<T>::read());
    return items;
  }
  static void write(const std::vector<T>& value, std::string& out) {
    out += "l" + std::to_string(value.size()) + "\n";
    for (std::size_t i = 0; i < value.size(); i++) Wire<T>::write(value[i], out);
  }
};

template <class T>
struct Wire<std::map<std::string, T>> {
  static std::map<std::string, T> read() {
    std::size_t count = std::strtoull(line().c_str() + 1, nullptr, 10);
    std::map<std::string, T> entries;
    for (std::size_t i = 0; i < count; i++) {
      std::string key = Wire<std::string>::read();
      entries[key] = Wire<T>::read();
    }
    return entries;
  }
  static void write(const std::map<std::string, T>& value, std::string& out) {
    out += "m" + std::to_string(value.size()) + "\n";
    for (const auto& [key, item] : value) {
      Wire<std::string>::write(key, out);
      Wire<T>::write(item, out);
    }
  }
};

template <class T>
void answer(const T& value, std::FILE* answers) {
  std::string out;
  Wire<T>::write(value, out);
  std::fflush(stdout);
  std::fwrite(out.data(), 1, out.size(), answers);
  std::fflush(answers);
}

template <class T>
T read() { return Wire<T>::read(); }
}  // namespace harness

int main() {
  // The learner's output goes to standard error; results have a stream of their own.
  std::FILE* answers = ::fdopen(::dup(1), "w");
  ::dup2(2, 1);
  char part[1 << 16];
  for (std::size_t n; (n = std::fread(part, 1, sizeof part, stdin)) > 0;) harness::data.append(part, n);
  for (long long cases = std::atoll(harness::line().c_str()); cases > 0; cases--) {
@reads@
    harness::answer<@returns@>(::@name@(@arguments@), answers);
  }
}
