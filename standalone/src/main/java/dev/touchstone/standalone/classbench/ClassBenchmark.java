package dev.touchstone.standalone.classbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets a class work on a platform that runs. */
public final class ClassBenchmark {
  /** The gateway bounds the connections of a network, so learners come from several. */
  private static final int LEARNERS_PER_NETWORK = 250;

  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration PROGRESS = Duration.ofSeconds(2);

  /** Only ends what would hang: the last submissions may wait for as long as all took. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final ClassLoad load;
  private final ClassLoad.Account account;
  private final Consumer<String> progress;
  private volatile long end;

  /**
   * Prepares it.
   *
   * @param progress receives lines that replace each other
   */
  public ClassBenchmark(ClassLoad load, ClassLoad.Account account, Consumer<String> progress) {
    this.load = load;
    this.account = account;
    this.progress = progress;
  }

  /** Ends the time early; learners finish what they have begun. */
  public void finish() {
    end = System.nanoTime();
  }

  /** Lets the class work until its last verdict. */
  public ClassReport run() throws InterruptedException {
    ClassLog log = new ClassLog();
    long start = System.nanoTime();
    end = start + load.time().toNanos();
    List<HttpClient> networks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= load.learners(); number++) {
        if ((number - 1) % LEARNERS_PER_NETWORK == 0) {
          networks.add(network(networks.size() + 1));
        }
        Browser browser =
            new Browser(
                load,
                log,
                networks.getLast(),
                account.username().apply(number),
                account.password());
        SimulatedLearner learner = new SimulatedLearner(number, load, log, browser);
        threads.execute(() -> learner.work(() -> System.nanoTime() - end > 0));
      }
      threads.shutdown();
      try {
        while (!threads.awaitTermination(PROGRESS.toMillis(), TimeUnit.MILLISECONDS)) {
          long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
          progress.accept("%d s: %s".formatted(seconds, log.progress()));
          if (System.nanoTime() - end > LONGEST.toNanos()) {
            log.error("Learners still waited long after the end");
            threads.shutdownNow();
          }
        }
      } finally {
        threads.shutdownNow();
      }
    } finally {
      networks.forEach(HttpClient::shutdownNow);
    }
    return log.report(load, (System.nanoTime() - start) / 1e9);
  }

  /** Clients of one address of the loopback interface. */
  private static HttpClient network(int number) {
    try {
      byte[] address = {127, 0, 1, (byte) number};
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.getByAddress(address))
          .connectTimeout(CONNECT)
          .build();
    } catch (IOException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }
}
