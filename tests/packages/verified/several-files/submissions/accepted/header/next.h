int next_number(int number);
