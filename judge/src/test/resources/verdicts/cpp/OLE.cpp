#include <iostream>
int main() { for (;;) std::cout << "touchstone\n"; }
