package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Through a real PgBouncer in transaction mode; skipped where it is not installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoolerTest {
  private static final String MIGRATIONS = "db/written";

  /** More than the driver takes to prepare a statement under a name, in each connection. */
  private static final int REPEATS = 20;

  private String directUrl;
  private TestPooler pooler;
  private Database database;

  @BeforeAll
  void start() {
    Assumptions.assumeTrue(TestPooler.isInstalled(), TestPooler.PROGRAM + " is not installed");
    directUrl = TestDatabase.createUrl();
    pooler = TestPooler.start(directUrl);
    database = open(pooler.settings(directUrl));
  }

  @AfterAll
  void stop() {
    if (pooler != null) {
      database.close();
      pooler.close();
    }
  }

  @Test
  void repeatedStatementsOfManyThreads() {
    try (Writers writers = Writers.start(database, 8)) {
      Await.until("many writes", () -> writers.committed() > 8 * REPEATS);
      writers.stop();
      assertThat(writers.failures()).isEmpty();
    }
  }

  @Test
  void batchesInsideAndOutsideOfTransactions() throws InterruptedException {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        IntStream.range(100, 104)
            .mapToObj(writer ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        for (int i = 0; i < REPEATS; i++) {
                          int first = i * 10;
                          database.jdbi().useHandle(handle -> batch(handle, writer, first));
                          database
                              .jdbi()
                              .useTransaction(handle -> batch(handle, writer, first + 5));
                        }
                      } catch (RuntimeException e) {
                        failures.add(e);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private static void batch(Handle handle, int writer, int first) {
    try (PreparedBatch batch = handle.prepareBatch("INSERT INTO written VALUES (?, ?)")) {
      for (int number = first; number < first + 3; number++) {
        batch.add(writer, number);
      }
      assertThat(batch.execute()).hasSize(3);
    }
  }

  @Test
  void readinessWithItsTimeout() {
    for (int i = 0; i < REPEATS; i++) {
      assertThatCode(database.readiness().check()::run).doesNotThrowAnyException();
    }
  }

  @Test
  void listenersUseTheDirectAddress() {
    AtomicInteger connected = new AtomicInteger();
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    Listening.Receiver receiver =
        new Listening.Receiver() {
          @Override
          public void connected() {
            connected.incrementAndGet();
          }

          @Override
          public void received(String channel, String payload) {
            heard.add(payload);
          }
        };
    try (Listening _ = database.listen(List.of("news"), receiver, "test")) {
      Await.until("a listener", () -> connected.get() == 1);
      database
          .jdbi()
          .useHandle(handle -> handle.execute("SELECT pg_notify('news', 'through the pooler')"));
      Await.until("a notification", () -> heard.contains("through the pooler"));
    }
  }

  /** Through the pooler both would get the lock, if both transactions took the same connection. */
  @Test
  void locksExcludeEachOther() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Database other = open(pooler.settings(directUrl))) {
      List<Thread> threads =
          List.of(database, other, database, other).stream()
              .map(each ->
                  Thread.ofVirtual()
                      .start(() ->
                          each.exclusively(
                              7,
                              () -> {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                each.jdbi()
                                    .useHandle(handle -> handle.execute("SELECT pg_sleep(0.02)"));
                                inside.decrementAndGet();
                              })))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void theOperatorsOwnThresholdStays() {
    Map<String, String> settings =
        Map.of(
            "DATABASE_URL", "postgresql://a:b@pooler/x?prepareThreshold=5",
            "DATABASE_DIRECT_URL", "postgresql://a:b@server/x");
    DatabaseConfiguration configuration = DatabaseConfiguration.from(Environment.of(settings));
    assertThat(configuration.address().jdbcUrl()).endsWith("?prepareThreshold=5");
    assertThat(configuration.direct().jdbcUrl()).isEqualTo("jdbc:postgresql://server:5432/x");
  }

  private static Database open(Map<String, String> settings) {
    Environment environment = Environment.of(settings);
    DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
    environment.finish();
    return Database.open(configuration, MIGRATIONS);
  }
}
