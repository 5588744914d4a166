// attack: threads without end in a virtual machine; expect: RTE TLE MLE
public class ThreadBomb {
  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < 10_000; i++) {
      new Thread(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }).start();
    }
    System.out.println("BREACH: 10000 threads");
  }
}
