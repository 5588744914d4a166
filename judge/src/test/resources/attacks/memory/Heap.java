// attack: a list that grows; expect: RTE MLE TLE
public class Heap {
  public static void main(String[] arguments) {
    var all = new java.util.ArrayList<byte[]>();
    while (true) all.add(new byte[1 << 20]);
  }
}
