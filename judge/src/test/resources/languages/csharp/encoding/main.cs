using System;
using System.Linq;
using System.Text;

class Program {
  static void Main() {
    Console.OutputEncoding = Encoding.UTF8;
    Console.ReadLine();
    Console.WriteLine(Console.ReadLine().Split(' ').Select(int.Parse).Sum());
  }
}
