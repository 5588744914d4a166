#pragma once
#include "number.h"
inline long read(const char *name) { return number(name); }
