import java.util.ArrayList;
import java.util.List;
public class Main {
  public static void main(String[] arguments) {
    List<byte[]> all = new ArrayList<>();
    for (;;) all.add(new byte[1 << 20]);
  }
}
