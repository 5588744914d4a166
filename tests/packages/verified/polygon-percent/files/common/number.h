#pragma once
inline long number(const char *name) {
  long value = -1;
  std::ifstream(name) >> value;
  return value;
}
