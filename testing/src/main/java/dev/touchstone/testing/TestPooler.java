package dev.touchstone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's PgBouncer in transaction mode before the server of {@link TestDatabase}, with fewer
 * server connections than any pool has. Transactions of one client soon run on different ones.
 */
public final class TestPooler implements AutoCloseable {
  /** The name of the program, which is not installed everywhere. */
  public static final String PROGRAM = "pgbouncer";

  private static final int SERVER_CONNECTIONS = 2;

  /** Set to {@code true}, it sends all tests of the services through a pooler. */
  private static final String EVERYWHERE = "touchstone.test.pooler";

  private final Process process;
  private final Path folder;
  private final int port;

  private TestPooler(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Whether the program is there; tests without it are skipped, with this as their reason. */
  public static boolean isInstalled() {
    return program().isPresent();
  }

  /**
   * Starts it.
   *
   * @param databaseUrl of any database of the server
   */
  public static TestPooler start(String databaseUrl) {
    return Await.value("a PgBouncer", () -> startOnce(URI.create(databaseUrl).getPort()));
  }

  /** Starts late, once; ends with the JVM. */
  private static final class Shared {
    static final TestPooler POOLER = start(TestDatabase.createUrl());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(POOLER::close));
    }
  }

  /** The settings of a process for a database, as the property above says. */
  public static Map<String, String> usualSettings(String databaseUrl) {
    return Boolean.getBoolean(EVERYWHERE)
        ? Shared.POOLER.settings(databaseUrl)
        : Map.of("DATABASE_URL", databaseUrl);
  }

  /** The settings of a process whose pool leads through this pooler. */
  public Map<String, String> settings(String databaseUrl) {
    String pooled = databaseUrl.replaceFirst(":\\d+/", ":" + port + "/");
    return Map.of("DATABASE_URL", pooled, "DATABASE_DIRECT_URL", databaseUrl);
  }

  /** Empty if another program took the port in the meantime. */
  private static Optional<TestPooler> startOnce(int serverPort) throws IOException {
    int port = freePort();
    Path folder = Files.createTempDirectory("pgbouncer");
    Path configuration = folder.resolve("pgbouncer.ini");
    Files.writeString(
        configuration,
        """
        [databases]
        * = host=127.0.0.1 port=%d user=postgres

        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = %d
        max_client_conn = 500
        ignore_startup_parameters = extra_float_digits
        """
            .formatted(serverPort, port, SERVER_CONNECTIONS));
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
    if (ProcessHandle.current().info().user().orElse("").equals("root")) {
      command.addAll(List.of("-u", "nobody")); // it does not run as root
    }
    command.add(configuration.toString());
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Await.until(
        "PgBouncer to listen",
        () -> !process.isAlive() || Files.readString(log).contains("process up"));
    TestPooler pooler = new TestPooler(process, folder, port);
    if (process.isAlive()) {
      return Optional.of(pooler);
    }
    pooler.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> program() {
    return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
