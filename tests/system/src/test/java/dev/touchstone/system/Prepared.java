package dev.touchstone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a first start leaves, for all tests that are not about first starts: a data folder to copy,
 * and caches from which the virtual machines start in half the processor time (JEP 483). Made once
 * after a build, by whichever test process comes first.
 */
final class Prepared {
  private static final Path FOLDER = Path.of("target/prepared").toAbsolutePath();
  private static final Path DATA = FOLDER.resolve("data");

  /** Written last. */
  private static final Path PASSWORD = FOLDER.resolve("password");

  private static final Path JUDGE_CACHE = FOLDER.resolve("judge.aot");

  /** Beside the program, where the services' user may read it. */
  private static final Path SERVICES_CACHE =
      Program.HOME.resolve("standalone/target/services-of-tests.aot");

  private static final List<Path> PROGRAMS =
      List.of(
          Program.HOME.resolve("standalone/target/standalone.jar"),
          Program.HOME.resolve("judge/target/judge.jar"));

  private Prepared() {}

  /** Made at the first use. */
  private static final class Made {
    static final String PASSWORD_OF_ADMINISTRATOR = make();
  }

  /** The options of the tests, with the caches. A virtual machine ignores one that is missing. */
  static Program.Options options() {
    String _ = password();
    return Program.Options.OF_TESTS.with(
        List.of("-XX:AOTCache=" + JUDGE_CACHE), List.of("-XX:AOTCache=" + SERVICES_CACHE));
  }

  /** The administrator's password in every copy. */
  static String password() {
    return Made.PASSWORD_OF_ADMINISTRATOR;
  }

  /** Makes a data folder with the exercises of the tests and the administrator's account. */
  static Path copyTo(Path data) {
    String _ = password();
    copy(DATA, data);
    return data;
  }

  private static String make() {
    try {
      Files.createDirectories(FOLDER);
      // Other processes with tests run beside this one.
      try (FileChannel channel =
              FileChannel.open(
                  FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!isCurrent()) {
          record();
        }
        return Files.readString(PASSWORD);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCurrent() throws IOException {
    if (!Files.exists(PASSWORD)) {
      return false;
    }
    for (Path program : PROGRAMS) {
      if (Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(PASSWORD)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static void record() throws IOException {
    delete(DATA);
    for (Path file : List.of(PASSWORD, JUDGE_CACHE, SERVICES_CACHE)) {
      Files.deleteIfExists(file);
    }
    // The services, which write a cache when they end, may be another user's.
    Path shared = Files.createTempDirectory("touchstone-caches-");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    try {
      Path written = shared.resolve("services.aot");
      String password;
      try (StandalonePlatform platform =
          StandalonePlatform.start(
              DATA,
              Map.of(),
              Program.Options.OF_TESTS.with(
                  List.of("-XX:AOTCacheOutput=" + JUDGE_CACHE),
                  List.of("-XX:AOTCacheOutput=" + written)))) {
        password = platform.shownPassword().orElseThrow();
      }
      for (String log : List.of("logs/touchstone.log", "judge/judge.log")) {
        Files.delete(DATA.resolve(log)); // a copy has its own
      }
      if (Files.isRegularFile(written, LinkOption.NOFOLLOW_LINKS)) {
        Files.copy(written, SERVICES_CACHE, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(SERVICES_CACHE, PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.writeString(PASSWORD, password);
    } finally {
      delete(shared);
    }
  }

  /** With owners and modes, which the start checks. */
  private static void copy(Path from, Path to) {
    try {
      Process copying =
          new ProcessBuilder("cp", "-a", from + "/.", to.toString()).inheritIO().start();
      if (copying.waitFor() != 0) {
        throw new IllegalStateException("cp -a " + from + " " + to + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
