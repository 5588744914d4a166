// attack: garbage that is no text; expect: OLE RTE
public class Binary {
  public static void main(String[] arguments) throws Exception {
    byte[] bytes = new byte[1 << 16];
    new java.util.Random(1).nextBytes(bytes);
    while (true) { System.out.write(bytes); if (System.out.checkError()) System.exit(1); }
  }
}
