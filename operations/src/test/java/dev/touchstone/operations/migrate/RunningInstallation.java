package dev.touchstone.operations.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Three services that write all the time, and the command that moves them. */
final class RunningInstallation implements AutoCloseable {
  /** How many rows fill the largest table of scores; -Dmigration.rows=300000 for the drill. */
  private static final int ROWS = Integer.getInteger("migration.rows", 2000);

  private static final Map<String, String> MIGRATIONS =
      new TreeMap<>(
          Map.of("auth", "db/user-management", "exercises", "db/exercises", "scores", "db/scores"));

  private static final String OUTBOX =
      "INSERT INTO audit_outbox (at, kind, actor_id, target, details) VALUES (now(), 'test', ?, 'x', '{}')";

  private static final Map<String, String> INSERTS =
      Map.of(
          "auth",
          "INSERT INTO deleted_accounts (user_id, deleted_at) VALUES (?, now())",
          "exercises",
          OUTBOX,
          "scores",
          OUTBOX);

  private final Servers servers;
  private final Map<String, RunningService> services = new TreeMap<>();
  private final Map<String, String> settings = new HashMap<>();

  private RunningInstallation(Servers servers) {
    this.servers = servers;
  }

  static RunningInstallation start(Path folder, boolean oldSource) throws Exception {
    RunningInstallation installation = new RunningInstallation(Servers.start(folder, oldSource));
    try {
      installation.startServices();
      return installation;
    } catch (SQLException | RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  private void startServices() throws SQLException {
    settings.put(
        "DATABASE_URL",
        "postgresql://master@127.0.0.1:%d/postgres".formatted(servers.targetPort()));
    settings.put("TOUCHSTONE_OPERATOR_TOKEN", RunningService.TOKEN);
    MIGRATIONS.forEach((database, migrations) -> {
      String source = url(database, servers.sourcePort());
      RunningService service =
          new RunningService(source, migrations, INSERTS.getOrDefault(database, ""));
      services.put(database, service);
      String prefix = database.toUpperCase(Locale.ROOT);
      settings.put(
          prefix + "_SOURCE_URL",
          "postgresql://postgres@127.0.0.1:%d/%s".formatted(servers.sourcePort(), database));
      settings.put(prefix + "_ADMIN", service.admin());
      settings.put(prefix + "_SOURCE_SETTINGS", "DATABASE_URL=" + source);
      settings.put(
          prefix + "_TARGET_SETTINGS", "DATABASE_URL=" + url(database, servers.targetPort()));
    });
    servers.onSource(
        "scores",
        """
        INSERT INTO user_exercises (user_id, exercise_id, first_attempt, last_attempt, total_attempts)
        SELECT n / 100, mod(n, 100), now(), now(), n FROM generate_series(1, %d) n
        """
            .formatted(ROWS));
  }

  private static String url(String database, int port) {
    return "postgresql://%1$s@127.0.0.1:%2$d/%1$s".formatted(database, port);
  }

  Servers servers() {
    return servers;
  }

  RunningService scores() {
    return Objects.requireNonNull(services.get("scores"));
  }

  Map<String, String> settings() {
    return settings;
  }

  /** Runs a step of the command and expects that it succeeds. */
  Run migrate(String... arguments) {
    Run run = tryToMigrate(arguments);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return run;
  }

  Run tryToMigrate(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "migrate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Run run = Run.of(settings, all);
    System.out.println(run.out() + run.err());
    return run;
  }

  /**
   * Checks that no write failed since the last call, and none waited longer than a hold may last;
   * how long holds are is measured on a machine without other work.
   */
  void requireNobodyNoticed() {
    services.forEach((name, service) -> {
      assertThat(service.failures()).as("failed writes of " + name).isEmpty();
      assertThat(service.longest())
          .as("longest write of " + name)
          .isLessThan(Duration.ofSeconds(10));
    });
  }

  /** Checks that the side has each row that a service was told is written. */
  void requireAllRows(boolean onTarget) throws SQLException {
    for (var service : services.entrySet()) {
      service.getValue().rest();
      String database = service.getKey();
      String query =
          database.equals("auth")
              ? "SELECT count(DISTINCT user_id) FROM deleted_accounts"
              : "SELECT count(DISTINCT actor_id) FROM audit_outbox WHERE kind = 'test'";
      String rows =
          onTarget ? servers.ofTarget(database, query) : servers.ofSource(database, query);
      assertThat(Integer.parseInt(rows)).as(database).isEqualTo(service.getValue().written());
    }
  }

  @Override
  public void close() throws IOException {
    services.values().forEach(RunningService::close);
    servers.close();
  }
}
