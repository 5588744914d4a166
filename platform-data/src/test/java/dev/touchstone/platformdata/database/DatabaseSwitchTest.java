package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An operator moves a process from one PostgreSQL server to another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseSwitchTest {
  private static final String OPERATOR = "operator-token-of-this-test-only";
  private static final String MIGRATIONS = "db/written";

  /** What a migration of a later version leaves. */
  private static final String NEWER =
      """
      INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
        checksum, installed_by, execution_time, success)
      VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'postgres', 1, true)
      """;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private EmbeddedPostgres otherServer;
  private String oldUrl;
  private String newUrl;
  private Database database;
  private Metrics metrics;
  private ServiceServer server;
  private HttpProbe operator;

  @BeforeAll
  void startOtherServer() throws Exception {
    otherServer = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @AfterAll
  void stopOtherServer() throws Exception {
    otherServer.close();
  }

  @BeforeEach
  void start() throws SQLException {
    oldUrl = TestDatabase.createUrl();
    newUrl = createOnOtherServer();
    database = Database.open(configuration(oldUrl), MIGRATIONS);
    metrics = Metrics.of("test");
    database.bindTo(metrics.registry());
    server =
        ServiceServer.start(
            "test",
            new ServiceServer.Address("127.0.0.1", 0, 0),
            metrics,
            Tracing.start("test"),
            List.of(),
            List.of(),
            database.operatorEndpoints());
    operator = HttpProbe.on(server.adminPort()).withToken(OPERATOR);
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void noRequestFailsAndNoneIsLostUnderLoad() throws Exception {
    migrate(newUrl);
    try (Writers writers = Writers.start(database, 50)) {
      Await.until("some writes", () -> writers.committed() > 200);
      HttpProbe.Answer held = hold(60);
      assertThat(held.status()).as(held.text()).isEqualTo(200);
      assertThat(held.json().path("state").asString()).isEqualTo("held");
      assertThat(held.json().path("in_use").asInt()).isZero();
      Await.until("all writers to wait", () -> status().json().path("waiting").asInt() == 50);
      assertThat(metrics.scrape()).contains("database_held{service=\"test\"} 1.0");
      assertThatCode(database.readiness().check()::run).doesNotThrowAnyException();
      long before = count(oldUrl);
      assertThat(before).isEqualTo(writers.committed());
      copy();
      HttpProbe.Answer prepared = switchTo(newUrl);
      assertThat(prepared.status()).as(prepared.text()).isEqualTo(200);
      assertThat(prepared.json().path("next").asString())
          .isEqualTo("127.0.0.1:%d/%s", otherServer.getPort(), databaseOf(newUrl));
      assertThat(post("resume", "{}").json().path("state").asString()).isEqualTo("open");
      Await.until("more writes", () -> writers.committed() > before + 200);
      writers.stop();
      assertThat(writers.failures()).isEmpty();
      assertThat(count(newUrl)).isEqualTo(writers.committed());
      assertThat(count(oldUrl)).isEqualTo(before);
    }
    assertThat(metrics.scrape()).contains("database_switches_total{service=\"test\"} 1.0");
  }

  @Test
  void itReturnsByItselfWhenTheDeadlineHasPassed() throws Exception {
    migrate(newUrl);
    try (Writers writers = Writers.start(database, 4)) {
      assertThat(hold(1).status()).isEqualTo(200);
      assertThat(switchTo(newUrl).status()).isEqualTo(200);
      Await.until(
          "the end of the hold", () -> status().json().path("state").asString().equals("open"));
      long then = writers.committed();
      Await.until("writes", () -> writers.committed() > then + 20);
      assertThat(post("resume", "{}").code()).isEqualTo("database_not_prepared");
      writers.stop();
      assertThat(writers.failures()).isEmpty();
      assertThat(count(oldUrl)).isEqualTo(writers.committed());
      assertThat(count(newUrl)).isZero();
    }
    assertThat(metrics.scrape()).contains("database_returns_total{service=\"test\"} 1.0");
  }

  @Test
  void aTransactionThatStaysOpenEndsTheHoldAndIsNotDisturbed() {
    database
        .jdbi()
        .useTransaction(handle -> {
          HttpProbe.Answer answer = hold(1);
          assertThat(answer.status()).isEqualTo(409);
          assertThat(answer.code()).isEqualTo("database_not_drained");
          handle.execute("INSERT INTO written VALUES (1, 1)");
        });
    assertThat(count(oldUrl)).isOne();
  }

  @Test
  void aDatabaseThatDoesNotSuitIsRefusedAndTheHoldCanBeCancelled() throws Exception {
    assertThat(switchTo(newUrl).code()).isEqualTo("database_not_held");
    assertThat(hold(60).status()).isEqualTo(200);
    assertThat(hold(60).code()).isEqualTo("database_held");

    HttpProbe.Answer empty = switchTo(newUrl);
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.json().path("detail").asString()).contains("not that of this version");

    migrate(newUrl);
    execute(newUrl, NEWER);
    assertThat(switchTo(newUrl).json().path("detail").asString()).contains("newer version");
    execute(newUrl, "DELETE FROM flyway_schema_history WHERE version = '999'");

    execute(
        newUrl,
        "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(databaseOf(newUrl)));
    assertThat(switchTo(newUrl).json().path("detail").asString()).contains("read-only");

    HttpProbe.Answer absent = switchTo("postgresql://nobody:hidden@127.0.0.1:1/nothing");
    assertThat(absent.code()).isEqualTo("database_unsuitable");
    assertThat(absent.text()).contains("can't be reached").doesNotContain("hidden");

    assertThat(status().json().path("state").asString()).isEqualTo("held");
    assertThat(post("cancel", "{}").json().path("state").asString()).isEqualTo("open");
    database.jdbi().useHandle(handle -> handle.execute("INSERT INTO written VALUES (1, 1)"));
    assertThat(count(oldUrl)).isOne();
  }

  @Test
  void listenersFollow() throws Exception {
    migrate(newUrl);
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    AtomicInteger connected = new AtomicInteger();
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
      assertThat(hold(60).status()).isEqualTo(200);
      assertThat(switchTo(newUrl).status()).isEqualTo(200);
      post("resume", "{}");
      Await.until("it to listen there", () -> connected.get() == 2);
      database.jdbi().useHandle(handle -> handle.execute("NOTIFY news, 'from there'"));
      Await.until("a notification", () -> heard.contains("from there"));
    }
  }

  @Test
  void whoeverHoldsALockEndsItsWorkFirst() throws Exception {
    migrate(newUrl);
    CountDownLatch locked = new CountDownLatch(1);
    Thread worker =
        Thread.ofVirtual()
            .start(() ->
                database.exclusively(
                    7,
                    () -> {
                      locked.countDown();
                      Await.until(
                          "the hold",
                          () -> !status().json().path("state").asString().equals("open"));
                      database
                          .jdbi()
                          .useHandle(handle -> handle.execute("INSERT INTO written VALUES (1, 1)"));
                    }));
    locked.await();
    assertThat(hold(60).status()).isEqualTo(200);
    worker.join();
    assertThat(count(oldUrl)).isOne();
    post("cancel", "{}");
  }

  @Test
  void onlyTheOperatorMay() {
    HttpProbe anybody = HttpProbe.on(server.adminPort());
    assertThat(anybody.get("/internal/v1/database").status()).isEqualTo(401);
    assertThat(anybody.withToken("wrong").get("/internal/v1/database").status()).isEqualTo(401);
    assertThat(
            HttpProbe.on(server.port()).withToken(OPERATOR).get("/internal/v1/database").status())
        .isEqualTo(404);
    assertThat(hold(0).code()).isEqualTo("invalid_request");
    assertThat(hold(121).code()).isEqualTo("invalid_request");
    assertThat(post("switch", "{}").code()).isEqualTo("invalid_request");
    assertThat(post("switch", "{\"settings\": {\"DATABASE_URL\": \"x\"}}").code())
        .isEqualTo("database_unsuitable");
    DatabaseConfiguration without =
        DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", oldUrl)));
    try (Database other = Database.open(without, MIGRATIONS)) {
      assertThat(other.operatorEndpoints()).isEmpty();
    }
  }

  private HttpProbe.Answer status() {
    return operator.get("/internal/v1/database");
  }

  private HttpProbe.Answer hold(int seconds) {
    return post("hold", "{\"deadline_seconds\": %d}".formatted(seconds));
  }

  private HttpProbe.Answer switchTo(String url) {
    return post(
        "switch", Json.MAPPER.writeValueAsString(Map.of("settings", Map.of("DATABASE_URL", url))));
  }

  private HttpProbe.Answer post(String action, String body) {
    return operator.post("/internal/v1/database/" + action, body);
  }

  private static DatabaseConfiguration configuration(String url) {
    Environment environment =
        Environment.of(Map.of("DATABASE_URL", url, "TOUCHSTONE_OPERATOR_TOKEN", OPERATOR));
    DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  private String createOnOtherServer() throws SQLException {
    String name = "moved_" + COUNT.incrementAndGet();
    try (Connection connection = otherServer.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return "postgresql://postgres:postgres@127.0.0.1:%d/%s".formatted(otherServer.getPort(), name);
  }

  private static void migrate(String url) {
    new Schema(MIGRATIONS).migrate(configuration(url).direct());
  }

  /** In place of replication. */
  private void copy() throws SQLException {
    try (Connection from = connect(oldUrl);
        Connection to = connect(newUrl);
        var rows = from.createStatement().executeQuery("SELECT writer, number FROM written");
        var insert = to.prepareStatement("INSERT INTO written VALUES (?, ?)")) {
      while (rows.next()) {
        insert.setInt(1, rows.getInt(1));
        insert.setInt(2, rows.getInt(2));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long count(String url) {
    try (Connection connection = connect(url);
        var result = connection.createStatement().executeQuery("SELECT count(*) FROM written")) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String url) throws SQLException {
    return configuration(url).direct().connect();
  }

  private static String databaseOf(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
