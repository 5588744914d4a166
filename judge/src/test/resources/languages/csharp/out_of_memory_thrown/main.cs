using System;
using System.Linq;
using System.Text;

class Program {
  static void Main() {
    throw new OutOfMemoryException();
  }
}
