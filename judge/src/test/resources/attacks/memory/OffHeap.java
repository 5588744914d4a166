// attack: memory beside the heap of the virtual machine; expect: RTE MLE TLE
import java.lang.foreign.Arena;
public class OffHeap {
  public static void main(String[] arguments) {
    while (true) Arena.global().allocate(16 << 20).fill((byte) 1);
  }
}
