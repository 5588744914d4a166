package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Reads on a real streaming replica. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaTest {
  private static final String MIGRATIONS = "db/written";

  private StreamingReplica servers;
  private Database database;
  private Metrics metrics;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    servers = StreamingReplica.start(folder);
    database = open(servers.primaryUrl(), servers.replicaUrl());
    metrics = Metrics.of("test");
    database.bindTo(metrics.registry());
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
    servers.close();
  }

  @BeforeEach
  void awaitReplica() {
    awaitReads(true);
    database.jdbi().useHandle(handle -> handle.execute("TRUNCATE written"));
    logged.list.clear();
    logged.start();
    logger().addAppender(logged);
  }

  @AfterEach
  void detach() {
    logger().detachAppender(logged);
  }

  @Test
  void nobodyMissesWhatWasWrittenBefore() {
    assertNobodyMissesAnything(100);
  }

  /** Then what is committed need not be in the log of the disk, which the replica gets. */
  @Test
  void norWhereCommitsDoNotWaitForTheDisk() throws SQLException {
    Database usual = database;
    servers.set("synchronous_commit", "off");
    try (Database other = open(servers.primaryUrl(), servers.replicaUrl())) {
      database = other;
      awaitReads(true);
      assertNobodyMissesAnything(10); // each read waits for the log to be written
    } finally {
      database = usual;
      servers.set("synchronous_commit", "on");
    }
  }

  private void assertNobodyMissesAnything(int writes) {
    int onReplica = 0;
    try (Writers writers = Writers.start(database, 4)) {
      for (int number = 0; number < writes; number++) {
        int written = number;
        database
            .jdbi()
            .useHandle(handle -> handle.execute("INSERT INTO written VALUES (99, ?)", written));
        Seen seen = read();
        assertThat(seen.rows()).isEqualTo(number + 1);
        onReplica += seen.replica() ? 1 : 0;
      }
      writers.stop();
      assertThat(writers.failures()).isEmpty();
    }
    assertThat(onReplica).isPositive();
  }

  @Test
  void aReplicaThatFallsBehindIsLeftAloneUntilItKeepsUp() throws SQLException {
    servers.pause();
    try {
      write(1);
      assertThat(read()).isEqualTo(new Seen(1, false));
      write(2);
      assertThat(read()).isEqualTo(new Seen(2, false));
      assertThat(metrics.scrape()).contains("database_replica_usable{service=\"test\"} 0.0");
      Await.until(
          "the lag to be measured",
          () -> !metrics.scrape().contains("database_replica_lag_bytes{service=\"test\"} 0.0"));
      assertThat(warnings()).singleElement().asString().contains("is behind");
    } finally {
      servers.resume();
    }
    awaitReads(true);
    assertThat(read().rows()).isEqualTo(2);
    assertThat(warnings()).hasSize(1);
    assertThat(metrics.scrape()).contains("database_replica_usable{service=\"test\"} 1.0");
  }

  @Test
  void aReplicaThatIsGoneFailsNoRead() throws Exception {
    write(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> inFlight =
        CompletableFuture.supplyAsync(() ->
            database
                .reads()
                .withHandle(handle -> {
                  boolean replica =
                      handle.createQuery("SELECT pg_is_in_recovery()").mapTo(Boolean.class).one();
                  if (replica) {
                    begun.countDown();
                    handle.execute("SELECT pg_sleep(60)");
                  }
                  return replica;
                }));
    begun.await();
    servers.stopReplica();
    try {
      assertThat(inFlight.get()).as("answered by the primary in the end").isFalse();
      for (int number = 2; number < 10; number++) {
        write(number);
        assertThat(read()).isEqualTo(new Seen(number, false));
      }
      assertThat(warnings()).hasSize(1);
    } finally {
      servers.startReplica();
    }
    awaitReads(true);
    assertThat(read()).isEqualTo(new Seen(9, true));
  }

  @Test
  void aFaultOfTheReadItselfIsNotTriedAgain() {
    assertThatThrownBy(() ->
            database
                .reads()
                .withHandle(handle -> handle.execute("INSERT INTO written VALUES (1, 1)")))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("read-only");
    assertThat(read()).isEqualTo(new Seen(0, true));
    assertThat(metrics.scrape())
        .contains("database_reads_total{service=\"test\",target=\"replica\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "53200"})
  void whatOnlyTheReplicaCannotDoIsDoneByThePrimary(String state) {
    String sql =
        "DO 'BEGIN IF pg_is_in_recovery() THEN RAISE SQLSTATE ''%s''; END IF; END'"
            .formatted(state);
    boolean replica =
        database
            .reads()
            .withHandle(handle -> {
              handle.execute(sql);
              return handle.createQuery("SELECT pg_is_in_recovery()").mapTo(Boolean.class).one();
            });
    assertThat(replica).isFalse();
  }

  @Test
  void aReadThatWaitedWhileTheDatabaseWasSwitchedFollows() {
    SwitchableConnections connections =
        new SwitchableConnections(
            Target.open(configuration(servers.primaryUrl(), servers.replicaUrl())));
    try (connections) {
      Await.until("the replica", () -> connections.currentReplica().isPresent());
      connections.gate().hold();
      CompletableFuture<Optional<Replica>> read =
          CompletableFuture.supplyAsync(connections::currentReplica);
      Await.until("the read to wait", () -> connections.gate().waiting() == 1);
      connections
          .moveTo(Target.open(configuration(servers.primaryUrl(), TestDatabase.createUrl())))
          .close();
      connections.gate().open();
      assertThat(read.join()).isEmpty();
    }
  }

  @Test
  void aTransactionReadsItsOwnWrites() {
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.execute("INSERT INTO written VALUES (99, 1)");
          assertThat(read()).isEqualTo(new Seen(1, false));
          handle.rollback();
        });
  }

  @Test
  void anotherServerIsNoReplica() {
    try (Database other = open(servers.primaryUrl(), TestDatabase.createUrl())) {
      Await.until(
          "a warning",
          () -> warnings().stream().anyMatch(text -> text.contains("not a replica of")));
      long rows =
          other
              .reads()
              .withHandle(handle ->
                  handle.createQuery("SELECT count(*) FROM written").mapTo(Long.class).one());
      assertThat(rows).isZero();
    }
  }

  private record Seen(long rows, boolean replica) {}

  private Seen read() {
    return database
        .reads()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FILTER (WHERE writer = 99) AS rows,
                      pg_is_in_recovery() AS replica FROM written
                    """)
                .mapTo(Seen.class)
                .one());
  }

  private void write(int number) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("INSERT INTO written VALUES (99, ?)", number));
  }

  private void awaitReads(boolean onReplica) {
    Await.until("reads to go there", () -> read().replica() == onReplica);
  }

  private List<String> warnings() {
    return List.copyOf(logged.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Replica.class);
  }

  private static Database open(String primary, String replica) {
    return Database.open(configuration(primary, replica), MIGRATIONS);
  }

  private static DatabaseConfiguration configuration(String primary, String replica) {
    Environment environment =
        Environment.of(
            Map.of(
                "DATABASE_URL",
                primary,
                "DATABASE_REPLICA_URL",
                replica,
                "TOUCHSTONE_REPLICA_PATIENCE",
                "1s"));
    DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
    environment.finish();
    return configuration;
  }
}
