package dev.touchstone.system;

import dev.touchstone.standalone.FreePorts;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Each part alone in a process, set up by environment variables as in a cluster. */
final class FiveProcesses implements AutoCloseable {
  /** Our programs; each knows the others only by address. */
  enum Part {
    USER_MANAGEMENT("services/user-management/target/user-management.jar"),
    EXERCISES("services/exercises/target/exercises.jar"),
    SCORES("services/scores/target/scores.jar"),
    GATEWAY("services/gateway/target/gateway.jar"),
    JUDGE("judge/target/judge.jar");

    private final String jar;

    Part(String jar) {
      this.jar = jar;
    }

    Path jar() {
      return Program.HOME.resolve(jar);
    }

    /** Where the options of its JVM are. */
    private List<String> shippedOptions() {
      String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
      return List.of("@" + Program.HOME.resolve("deploy/memory/" + name + ".options"));
    }

    private List<String> arguments() {
      return this == JUDGE ? List.of("serve") : List.of();
    }
  }

  private static final String SECRET = "of-this-test-only-0123456789abcdef";

  private final FreePorts free = new FreePorts();
  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final Map<Part, Integer> adminPorts = new EnumMap<>(Part.class);
  private final Map<Part, Map<String, String>> variables = new EnumMap<>(Part.class);
  private final Map<Part, Program> programs = new EnumMap<>(Part.class);
  private final String usersUrl = TestDatabase.createUrl();
  private final String exercisesUrl = TestDatabase.createUrl();
  private final String scoresUrl = TestDatabase.createUrl();

  private final boolean asShipped;
  private final Path secrets;

  private FiveProcesses(
      Path folder,
      Map<String, String> settings,
      Map<String, String> scoresSettings,
      boolean asShipped) {
    this.asShipped = asShipped;
    this.secrets = folder.resolve("secrets");
    writeSecrets();
    String judgeToken = secrets.resolve("judge-token").toString();
    for (Part part : Part.values()) {
      ports.put(part, free.next());
      adminPorts.put(part, free.next());
    }
    add(
        Part.USER_MANAGEMENT,
        Map.of(
            "DATABASE_URL",
            usersUrl,
            "TOUCHSTONE_SIGNING_SECRET_FILE",
            secrets.resolve("signing-secret").toString()));
    add(
        Part.EXERCISES,
        Map.of(
            "DATABASE_URL", exercisesUrl,
            "TOUCHSTONE_JUDGE_TOKEN_FILE", judgeToken,
            "TOUCHSTONE_USER_MANAGEMENT_URL", url(Part.USER_MANAGEMENT),
            "TOUCHSTONE_SCORES_URL", url(Part.SCORES),
            "TOUCHSTONE_DATA_DIR", folder.resolve("exercises").toString(),
            "TOUCHSTONE_STARTER_EXERCISES", Exercises.FOLDER.toString()));
    add(
        Part.SCORES,
        Map.of(
            "DATABASE_URL",
            scoresUrl,
            "TOUCHSTONE_JUDGE_TOKEN_FILE",
            judgeToken,
            "TOUCHSTONE_USER_MANAGEMENT_URL",
            url(Part.USER_MANAGEMENT),
            "TOUCHSTONE_EXERCISES_URL",
            url(Part.EXERCISES)));
    add(Part.SCORES, scoresSettings);
    add(
        Part.GATEWAY,
        Map.of(
            "TOUCHSTONE_USER_MANAGEMENT_URL", url(Part.USER_MANAGEMENT),
            "TOUCHSTONE_EXERCISES_URL", url(Part.EXERCISES),
            "TOUCHSTONE_SCORES_URL", url(Part.SCORES)));
    add(
        Part.JUDGE,
        Map.of(
            "TOUCHSTONE_JUDGE_TOKEN_FILE", judgeToken,
            "TOUCHSTONE_EXERCISES_URL", url(Part.EXERCISES),
            "TOUCHSTONE_SCORES_URL", url(Part.SCORES),
            "TOUCHSTONE_DATA_DIR", folder.resolve("judge").toString()));
    for (Part part : Part.values()) {
      add(part, settings);
    }
  }

  /** Starts all five and waits until they are ready. */
  static FiveProcesses start(Path folder, Map<String, String> scoresSettings) {
    return start(folder, Map.of(), scoresSettings);
  }

  /**
   * The same with settings for every part.
   *
   * @param settings of all five, such as the format of their logs
   */
  static FiveProcesses start(
      Path folder, Map<String, String> settings, Map<String, String> scoresSettings) {
    return start(new FiveProcesses(folder, settings, scoresSettings, false));
  }

  /** The same with the options of the JVM that each part is shipped with. */
  static FiveProcesses startAsShipped(Path folder, Map<String, String> gatewaySettings) {
    FiveProcesses platform = new FiveProcesses(folder, Map.of(), Map.of(), true);
    platform.add(Part.GATEWAY, gatewaySettings);
    return start(platform);
  }

  /** Starts all five with settings of two of them. */
  static FiveProcesses startWithGateway(
      Path folder, Map<String, String> gatewaySettings, Map<String, String> scoresSettings) {
    FiveProcesses platform = new FiveProcesses(folder, Map.of(), scoresSettings, false);
    platform.add(Part.GATEWAY, gatewaySettings);
    return start(platform);
  }

  private static FiveProcesses start(FiveProcesses platform) {
    for (Part part : Part.values()) {
      platform.launch(part);
    }
    for (Part part : Part.values()) {
      platform.awaitReady(part);
    }
    return platform;
  }

  /** The folder from which all of them read their secrets. */
  Path secrets() {
    return secrets;
  }

  private void writeSecrets() {
    try {
      Files.createDirectories(secrets);
      Files.writeString(secrets.resolve("internal-token"), "internal-" + SECRET);
      Files.writeString(secrets.resolve("judge-token"), "judge-" + SECRET);
      Files.writeString(secrets.resolve("signing-secret"), SECRET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public address. */
  URI gateway() {
    return URI.create(url(Part.GATEWAY));
  }

  HttpProbe probe() {
    return HttpProbe.on(port(Part.GATEWAY));
  }

  /** Straight to a part, past the gateway. */
  HttpProbe probe(Part part) {
    return HttpProbe.on(port(part));
  }

  HttpProbe adminProbe(Part part) {
    return HttpProbe.on(Optional.ofNullable(adminPorts.get(part)).orElseThrow());
  }

  void kill(Part part) {
    program(part).kill();
  }

  /** Starts a part again, on the same port. */
  void restart(Part part) {
    launch(part);
    awaitReady(part);
  }

  Program program(Part part) {
    return Optional.ofNullable(programs.get(part)).orElseThrow();
  }

  /** A look past the API, into the database of scores. */
  Connection scoresDatabase() {
    return connect(scoresUrl);
  }

  /** A look into the database of user management. */
  Connection usersDatabase() {
    return connect(usersUrl);
  }

  /** Ends every connection of the services to their databases. */
  void cutDatabaseConnections() {
    for (String url : List.of(usersUrl, exercisesUrl, scoresUrl)) {
      try (Connection connection = connect(url);
          Statement statement = connection.createStatement()) {
        boolean _ =
            statement.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Connection connect(String url) {
    try {
      return DriverManager.getConnection(
          url.replace("postgresql://postgres:postgres@", "jdbc:postgresql://"),
          "postgres",
          "postgres");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    programs.values().forEach(Program::close);
    free.close();
  }

  private void launch(Part part) {
    try {
      Path output =
          Files.createDirectories(Path.of("target/programs"))
              .resolve(part + "-" + port(part) + ".log");
      programs.put(
          part,
          Program.start(
              asShipped ? part.shippedOptions() : List.of(),
              part.jar,
              part.arguments(),
              Optional.ofNullable(variables.get(part)).orElseThrow(),
              output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a part says that it has all it needs. */
  void awaitReady(Part part) {
    Await.until(
        part + " to be ready",
        () -> {
          program(part).requireAlive();
          return probe(part).get("/ready").status() == 200;
        });
  }

  private void add(Part part, Map<String, String> more) {
    Map<String, String> all =
        variables.computeIfAbsent(
            part,
            each -> {
              Map<String, String> common = new HashMap<>();
              common.put("TOUCHSTONE_HOST", "127.0.0.1");
              common.put("TOUCHSTONE_PORT", Integer.toString(port(each)));
              common.put("TOUCHSTONE_ADMIN_PORT", String.valueOf(adminPorts.get(each)));
              if (each != Part.JUDGE) {
                common.put(
                    "TOUCHSTONE_INTERNAL_TOKEN_FILE", secrets.resolve("internal-token").toString());
              }
              return common;
            });
    all.putAll(more);
  }

  private int port(Part part) {
    return Optional.ofNullable(ports.get(part)).orElseThrow();
  }

  private String url(Part part) {
    return "http://127.0.0.1:" + port(part);
  }
}
