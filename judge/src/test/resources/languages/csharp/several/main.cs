using System;
using System.Linq;

class Program {
    static void Main() {
        Console.ReadLine();
        var values = Console.ReadLine().Split(' ').Select(long.Parse);
        Console.WriteLine(values.Aggregate(0L, Adder.Sum));
    }
}
