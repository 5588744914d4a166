package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private final FreePorts ports = new FreePorts();

  /** Unpacking them takes longer than most of the tests. */
  @TempDir private static Path programs;

  @TempDir private Path folder;

  @AfterEach
  void letGo() {
    ports.close();
  }

  @Test
  void keepsItsDatabasesAndAdmitsOnlyTheirOwners() throws SQLException {
    EmbeddedDatabase.Settings settings = settings();
    assertThat(settings.isNew()).isTrue();
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
      execute(settings, "one", "one", "CREATE TABLE kept (n int)");
      assertThatThrownBy(() -> execute(settings, "one", "two", "SELECT 1"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> connect(settings, "one", "one", "guessed"))
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> connect(settings, "postgres", "postgres", "postgres"))
          .hasMessageContaining("password authentication failed");
    }
    EmbeddedDatabase.Settings again = settings();
    assertThat(again.isNew()).isFalse();
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(again)) {
      execute(again, "one", "one", "SELECT n FROM kept");
    }
  }

  @Test
  void losesNothingWhenPowerFails() throws SQLException {
    EmbeddedDatabase.Settings settings = settings();
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        String wanted = "'on' = current_setting('" + setting + "')";
        execute(settings, "one", "one", "SELECT 1 / (%s)::int".formatted(wanted));
      }
    }
  }

  @Test
  void startsAnewAfterAFirstStartThatWasKilled() throws IOException, SQLException {
    Path unfinished = Files.createDirectories(folder.resolve("postgresql/data.new/base"));
    Files.writeString(unfinished.resolveSibling("PG_VERSION"), "17\n");
    Files.writeString(unfinished.resolveSibling("postgresql.conf"), "");
    EmbeddedDatabase.Settings settings = settings();
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
      execute(settings, "one", "one", "SELECT 1");
    }
    assertThat(folder.resolve("postgresql/data.new")).doesNotExist();
  }

  @Test
  void endsWhatAKilledFirstStartLeftAtWork() throws Exception {
    Path unfinished = folder.resolve("postgresql/data.new");
    String work = "mkdir -p $1/base; while :; do : >$1/base/1; rm $1/base/1; done";
    Process left =
        new ProcessBuilder("sh", "-c", work, "initdb", unfinished.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Await.until("its work to begin", () -> Files.exists(unfinished.resolve("base")));
      EmbeddedDatabase.Settings settings = settings();
      try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
        execute(settings, "one", "one", "SELECT 1");
      }
      assertThat(left.isAlive()).isFalse();
    } finally {
      left.destroyForcibly();
    }
  }

  @Test
  void startsAgainOnTheSamePortWhenItsServerIsKilled() throws Exception {
    EmbeddedDatabase.Settings settings = settings();
    List<String> lines = new CopyOnWriteArrayList<>();
    CountDownLatch lost = new CountDownLatch(1);
    try (KeptDatabase database = KeptDatabase.start(settings, lines::add, lost::countDown)) {
      execute(settings, "one", "one", "CREATE TABLE kept (n int)");
      for (int kill = 1; kill <= 2; kill++) {
        int before = lines.size();
        killServer();
        Await.until("the server to run again", () -> lines.size() > before);
        database.readiness().check().run();
        execute(settings, "one", "one", "INSERT INTO kept VALUES (1)");
      }
      assertThat(lines).containsOnly("PostgreSQL is running again.");
      assertThat(lost.getCount()).isOne();
    }
  }

  @Test
  void reportsThatItsServerCanNotBeStartedAgain() throws Exception {
    EmbeddedDatabase.Settings settings = settings();
    List<String> lines = new CopyOnWriteArrayList<>();
    CountDownLatch lost = new CountDownLatch(1);
    try (KeptDatabase database = KeptDatabase.start(settings, lines::add, lost::countDown)) {
      Files.writeString(folder.resolve("postgresql/data/PG_VERSION"), "99\n");
      killServer();
      Await.until("the end of all tries", () -> lost.getCount() == 0);
      assertThatThrownBy(() -> database.readiness().check().run())
          .hasMessage("The server is not running.");
      assertThat(lines).isEmpty();
    }
  }

  private void killServer() {
    assertThat(
            PostgresProcess.of(folder.resolve("postgresql/data")).orElseThrow().destroyForcibly())
        .isTrue();
  }

  @Test
  void refusesFilesOfAnotherMajorVersion() throws IOException {
    Path data = Files.createDirectories(folder.resolve("postgresql/data"));
    Files.writeString(data.resolve("PG_VERSION"), "99\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PostgreSQL 99")
        .hasMessageContaining("Nothing was changed");
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  private EmbeddedDatabase.Settings settings() {
    return new EmbeddedDatabase.Settings(
        existing("postgresql"),
        programs,
        ports.next(),
        new Secrets(existing("secrets")),
        List.of("one", "two"));
  }

  private Path existing(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(
      EmbeddedDatabase.Settings settings, String role, String database, String sql)
      throws SQLException {
    String password = String.valueOf(URI.create(settings.url(role)).getUserInfo()).split(":", 2)[1];
    try (Connection connection = connect(settings, role, database, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(
      EmbeddedDatabase.Settings settings, String role, String database, String password)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database, role, password);
  }
}
