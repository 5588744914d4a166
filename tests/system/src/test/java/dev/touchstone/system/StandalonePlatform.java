package dev.touchstone.system;

import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./touchstone up} without the building: one process with the services, and its children, on
 * one data folder.
 */
final class StandalonePlatform implements AutoCloseable {
  /** With the last line of a start, before which the administrator's password is shown. */
  private static final Pattern READY =
      Pattern.compile(
          "Touchstone is ready: http://127\\.0\\.0\\.1:(\\d+)\\R(?s:.*)Ctrl-C stops it\\.");

  private static final Pattern PASSWORD = Pattern.compile("password +([a-z2-9]{20})");

  private final List<String> by;
  private final Program.Options options;
  private final Path installation;
  private final Path data;
  private final Path output;
  private final Map<String, String> settings;
  private @Nullable Program program;
  private int port;

  private StandalonePlatform(
      List<String> by,
      Program.Options options,
      Path installation,
      Path data,
      Map<String, String> settings) {
    this.by = by;
    this.options = options;
    this.installation = installation;
    this.data = data;
    this.settings = settings;
    this.output = newFile("standalone");
  }

  /** Started at the first use and shared by the tests that only use the API. */
  private static final class Shared {
    /** So many tests sign in and register from one address. */
    private static final Map<String, String> RATES =
        Map.of(
            "TOUCHSTONE_RATE_ADDRESS", "100000",
            "TOUCHSTONE_RATE_LOGIN", "10000",
            "TOUCHSTONE_RATE_REGISTER", "10000");

    static final StandalonePlatform PLATFORM = startPrepared(newFolder(), RATES);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PLATFORM::close));
    }
  }

  /** A platform that all tests of this JVM share; it ends with the JVM. */
  static StandalonePlatform shared() {
    return Shared.PLATFORM;
  }

  /** Starts on a folder, with the exercises of the tests. */
  static StandalonePlatform start(Path data, Map<String, String> settings) {
    return start(data, settings, Prepared.options());
  }

  /** Starts on a new folder as a first start leaves it, in a third of the time of one. */
  static StandalonePlatform startPrepared(Path data, Map<String, String> settings) {
    return start(Prepared.copyTo(data), settings);
  }

  /** The same with the options of the JVMs that {@code ./touchstone up} starts them with. */
  static StandalonePlatform startAsShipped(Path data, Map<String, String> settings) {
    return start(data, settings, Program.Options.AS_SHIPPED);
  }

  /** The same with other options of the JVMs. */
  static StandalonePlatform start(
      Path data, Map<String, String> settings, Program.Options options) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("TOUCHSTONE_STARTER_EXERCISES", Exercises.FOLDER.toString());
    StandalonePlatform platform =
        new StandalonePlatform(List.of(), options, Program.HOME, data, all);
    platform.start();
    return platform;
  }

  /**
   * Starts a copy of the built project.
   *
   * @param by commands to start it through, such as {@code setpriv} with its options
   */
  static StandalonePlatform start(
      List<String> by, Path installation, Path data, Map<String, String> settings) {
    StandalonePlatform platform =
        new StandalonePlatform(by, Program.Options.OF_TESTS, installation, data, settings);
    platform.start();
    return platform;
  }

  /** Starts without waiting, for starts that are to fail. */
  static Program launch(Path data, Map<String, String> settings, String... arguments) {
    return launch(Prepared.options(), data, settings, arguments);
  }

  /** The same with other options of the JVMs. */
  static Program launch(
      Program.Options options, Path data, Map<String, String> settings, String... arguments) {
    return Program.platform(
        List.of(), options, Program.HOME, data, List.of(arguments), settings, newFile("launch"));
  }

  void start() {
    truncate();
    program =
        Program.platform(by, options, installation, data, List.of("--port", "0"), settings, output);
    try {
      port = Integer.parseInt(running().await(READY).group(1));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nIts log:\n" + log(), e);
    }
  }

  /** Its own output; the folder no longer exists when a report is read. */
  private String log() {
    try {
      return Files.readString(data.resolve("logs/touchstone.log"));
    } catch (IOException e) {
      return "none: " + e;
    }
  }

  /** The folder of everything that it keeps. */
  Path data() {
    return data;
  }

  /** Changes settings; they hold from the next start on. */
  void set(String name, String value) {
    settings.put(name, value);
  }

  HttpProbe probe() {
    return HttpProbe.on(port);
  }

  int port() {
    return port;
  }

  /** The process of its judge. */
  ProcessHandle judge() {
    return ProcessHandle.of(running().pid())
        .orElseThrow()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  Program running() {
    return Optional.ofNullable(program).orElseThrow();
  }

  /** The administrator's password, if this start showed it. */
  Optional<String> shownPassword() {
    Matcher matcher = PASSWORD.matcher(running().output());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Signs the administrator in; of a platform that was started prepared. */
  String administratorToken() {
    return Learner.signIn(probe(), "admin", Prepared.password());
  }

  /** A look past the API, into one of the databases. */
  Connection database(String name) {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + name, name, password(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same as an address. */
  String databaseUrl(String name) {
    return "postgresql://%s:%s@127.0.0.1:%s/%s"
        .formatted(name, password(name), databasePort(), name);
  }

  private String password(String database) {
    try {
      return Files.readString(data.resolve("secrets/database-" + database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String databasePort() {
    try {
      return Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).get(3);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running().close();
  }

  private void truncate() {
    try {
      Files.writeString(output, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("touchstone-system-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFile(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target/programs"));
      return Files.createTempFile(folder, name + "-", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
