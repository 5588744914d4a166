package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Backups of a data folder whose databases are written to, and what becomes of them. */
class BackupTest {
  private static final int MOVED = 100;

  @TempDir private static Path folder;

  private static final FreePorts ports = new FreePorts();
  private static Path data;
  private static EmbeddedDatabase database;
  private static EmbeddedDatabase.Settings settings;

  /** A printed result and its exit status. */
  private record Result(int status, String out) {}

  @BeforeAll
  static void start() throws IOException, SQLException {
    data = folder.resolve("data");
    try (DataFolder open = DataFolder.open(data)) {
      Files.writeString(open.folder("exercises").resolve("object"), "an object");
      Files.writeString(open.folder("logs").resolve("touchstone.log"), "a log");
      Path _ = open.folder("secrets");
      settings = settings(data);
    }
    database = EmbeddedDatabase.start(settings);
    for (String name : UpCommand.DATABASES) {
      execute(
          settings,
          name,
          "CREATE TABLE entries (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, amount int, note text)");
      execute(settings, name, "INSERT INTO entries (amount, note) VALUES (0, 'trước'), (0, NULL)");
    }
  }

  @AfterAll
  static void stop() {
    database.close();
    ports.close();
  }

  @Test
  void aBackupOfWhatIsWrittenToShowsOneMoment() throws Exception {
    List<Thread> writers = new ArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    for (String name : UpCommand.DATABASES) {
      writers.add(Thread.ofPlatform().start(() -> write(name, enough)));
    }
    Path backup;
    try {
      Await.until("writers at work", () -> rows(settings, "scores") > MOVED);
      backup = backup(List.of());
    } finally {
      enough.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
    }
    Path restored = folder.resolve("restored");
    Result result = restore(backup, restored);
    assertThat(result.status()).as(result.out()).isZero();
    assertThat(Files.readString(restored.resolve("exercises/object"))).isEqualTo("an object");
    assertThat(restored.resolve("logs")).doesNotExist();
    assertThat(restored.resolve("secrets/database-auth"))
        .hasSameTextualContentAs(data.resolve("secrets/database-auth"));
    EmbeddedDatabase.Settings again = settings(restored);
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(again)) {
      for (String name : UpCommand.DATABASES) {
        assertThat(rows(again, name)).isGreaterThan(MOVED);
        // Each transaction adds what it takes away.
        assertThat(query(again, name, "SELECT sum(amount) FROM entries")).isZero();
        execute(again, name, "INSERT INTO entries (amount) VALUES (1)");
      }
    }
  }

  @Test
  void anEncryptedBackupIsReadWithItsPassphraseOnly() throws Exception {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    Path backup = backup(List.of("--passphrase-file", passphrase.toString()));
    assertThat(backup.getFileName().toString()).endsWith(".tar.zst.gpg");
    assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1)).doesNotContain("trước");
    assertThat(check(backup).out()).contains("is encrypted").contains("--passphrase-file");
    Path wrong = Files.writeString(folder.resolve("wrong"), "correct horse batterx\n");
    assertThat(check(backup, "--passphrase-file", wrong.toString()))
        .satisfies(result -> {
          assertThat(result.status()).isEqualTo(1);
          assertThat(result.out()).contains("The passphrase is wrong");
        });
    Result right = check(backup, "--passphrase-file", passphrase.toString());
    assertThat(right.status()).as(right.out()).isZero();
    assertThat(right.out()).contains("is whole");
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Path changed = Files.write(folder.resolve("changed.gpg"), bytes);
    assertThat(check(changed, "--passphrase-file", passphrase.toString()).status()).isEqualTo(1);
  }

  /** So that a backup is worth something without this program. */
  @Test
  void standardToolsReadABackup() throws Exception {
    assumeTrue(
        Stream.of("gpg", "zstd", "tar").allMatch(BackupTest::isInstalled),
        "gpg, zstd or tar is not installed");
    Path passphrase = Files.writeString(folder.resolve("for-gpg"), "correct horse battery\n");
    Path backup = backup(List.of("--passphrase-file", passphrase.toString()));
    Path home = Files.createDirectory(folder.resolve("gpg"));
    String script =
        "gpg --homedir %s --batch --quiet --pinentry-mode loopback --passphrase-file %s --decrypt %s | zstd -d | tar -xO exercises/object"
            .formatted(home, passphrase, backup);
    Process process =
        new ProcessBuilder("bash", "-c", "set -o pipefail; " + script)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).endsWith("an object");
    assertThat(process.waitFor()).isZero();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  @Test
  void aBackupThatIsCutOffOrChangedRestoresNothing() throws Exception {
    byte[] bytes = Files.readAllBytes(backup(List.of()));
    Path target = folder.resolve("of-a-damaged-one");
    Path cut = folder.resolve("cut");
    for (int length : List.of(0, bytes.length / 2, bytes.length - 1)) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThat(restore(cut, target).status()).as("the first %s bytes", length).isNotZero();
      assertThat(target).doesNotExist();
      assertThat(folder.resolve("of-a-damaged-one.restoring")).doesNotExist();
    }
    for (int at : List.of(10, bytes.length / 3, bytes.length - 20)) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x40;
      Files.write(cut, changed);
      assertThat(check(cut).status()).as("byte %s", at).isNotZero();
    }
  }

  @Test
  void nothingThatIsThereIsOverwritten() throws Exception {
    Path backup = backup(List.of());
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("mine"), "mine");
    Result result = restore(backup, taken);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).contains("is not empty").contains("--data-dir");
    assertThat(taken.resolve("mine")).hasContent("mine");
  }

  @Test
  void theOldestGoIfOnlySomeAreKept() throws Exception {
    Path to = Files.createDirectories(folder.resolve("kept"));
    for (String name :
        List.of(
            "touchstone-20250101T000000Z.tar.zst",
            "touchstone-20250102T000000Z.tar.zst.gpg",
            "touchstone-notes.txt")) {
      Files.writeString(to.resolve(name), "old");
    }
    Files.writeString(to.resolve("touchstone-123.partial"), "of a killed one");
    Result dry =
        run(
            new BackupCommand(),
            "--data-dir",
            data.toString(),
            "--to",
            to.toString(),
            "--keep",
            "2",
            "--dry-run");
    assertThat(dry.out())
        .contains("Would delete: " + to.resolve("touchstone-20250101T000000Z.tar.zst"));
    assertThat(to.resolve("touchstone-20250101T000000Z.tar.zst")).exists();
    Result wet =
        run(
            new BackupCommand(),
            "--data-dir",
            data.toString(),
            "--to",
            to.toString(),
            "--keep",
            "2");
    assertThat(wet.status()).as(wet.out()).isZero();
    try (Stream<Path> files = Files.list(to)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .hasSize(4) // with the lock
          .contains("touchstone-20250102T000000Z.tar.zst.gpg", "touchstone-notes.txt")
          .doesNotContain("touchstone-20250101T000000Z.tar.zst", "touchstone-123.partial");
    }
    assertThat(run(new BackupCommand(), "--data-dir", data.toString(), "--keep", "0").status())
        .isEqualTo(2);
  }

  private static Path backup(List<String> options) throws IOException {
    Path to = Files.createTempDirectory(folder, "backups");
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--data-dir", data.toString(), "--to", to.toString()));
    Result result = run(new BackupCommand(), arguments.toArray(String[]::new));
    assertThat(result.status()).as(result.out()).isZero();
    try (Stream<Path> files = Files.list(to)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("touchstone-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Result restore(Path backup, Path target) {
    return run(new RestoreCommand(), backup.toString(), "--data-dir", target.toString());
  }

  private static Result check(Path backup, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--check", backup.toString()));
    return run(new RestoreCommand(), arguments.toArray(String[]::new));
  }

  /** Runs a command as the command line does. */
  private static Result run(Object command, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      int status =
          new CommandLine(command)
              .setExecutionExceptionHandler((failure, line, parsed) -> Standalone.report(failure))
              .execute(arguments);
      return new Result(status, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static EmbeddedDatabase.Settings settings(Path root) {
    return new EmbeddedDatabase.Settings(
        root.resolve("postgresql"),
        folder.resolve("programs"),
        ports.next(),
        new Secrets(root.resolve("secrets")),
        UpCommand.DATABASES);
  }

  private static void write(String name, AtomicBoolean enough) {
    try (Connection connection = connect(settings, name)) {
      connection.setAutoCommit(false);
      while (!enough.get()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("INSERT INTO entries (amount, note) VALUES (5, repeat('x', 500))");
          statement.execute("INSERT INTO entries (amount) VALUES (-5)");
          connection.commit();
        }
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static long rows(EmbeddedDatabase.Settings settings, String name) {
    return query(settings, name, "SELECT count(*) FROM entries");
  }

  private static long query(EmbeddedDatabase.Settings settings, String name, String sql) {
    try (Connection connection = connect(settings, name);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(EmbeddedDatabase.Settings settings, String name, String sql)
      throws SQLException {
    try (Connection connection = connect(settings, name);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase.Settings settings, String name)
      throws SQLException {
    String url = settings.url(name);
    String[] parts = url.substring("postgresql://".length()).split("[:@]", 3);
    return DriverManager.getConnection("jdbc:postgresql://" + parts[2], parts[0], parts[1]);
  }
}
