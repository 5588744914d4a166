// Stands for testlib, which is not part of this project; the programs here use no more of it.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
