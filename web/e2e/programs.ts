/** Programs for the starter exercise "sum-of-two", by what becomes of them. */
export const programs = {
  right: 'a, b = map(int, input().split())\nprint(a + b)\n',
  /** Takes its time with each test, so that results can be seen to arrive one by one. */
  slow: 'import time\na, b = map(int, input().split())\ntime.sleep(0.15)\nprint(a + b)\n',
  /** Joins the texts: "2 3" becomes 23. */
  wrong: 'a, b = input().split()\nprint(a + b)\n',
  incomplete: '#include <iostream>\nint main() {\n    std::cout << missing;\n}\n',
};
