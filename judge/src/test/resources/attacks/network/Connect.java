// attack: connects from a virtual machine; expect: AC
import java.net.*;
public class Connect {
  public static void main(String[] arguments) {
    for (String host : new String[] {"127.0.0.1", "169.254.169.254", "192.0.2.1"}) {
      try (Socket s = new Socket()) {
        s.connect(new InetSocketAddress(host, 80), 500);
        System.out.println("BREACH: " + host);
      } catch (java.io.IOException e) { }
    }
    System.out.println("safe");
  }
}
