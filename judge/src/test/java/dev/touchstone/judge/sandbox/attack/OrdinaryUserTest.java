package dev.touchstone.judge.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge that is no root and has no control group: what it holds all the same, and what not. */
class OrdinaryUserTest {
  /** Attacks that do not need limits on a box as a whole to fail. */
  private static final List<String> ATTACKS =
      List.of(
          "^calls/",
          "^secrets/",
          "^network/[^CF]",
          "^tampering/",
          "^disk/[^i]",
          "^time/sleep",
          "^processes/(kill|daemon|exit)",
          "^output/stdout.c",
          "^files/(set|own|hard)");

  private static final String USER = "62017";

  @TempDir Path folder;

  @Test
  void holdsWhatNeedsNoControlGroupsAndTellsWhatIsWeaker() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path console = folder.resolve("console");
    List<String> line =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid",
                USER,
                "--regid",
                USER,
                "--clear-groups",
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                readableClassPath(),
                AttackMain.class.getName()));
    line.addAll(ATTACKS);
    Process judge =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(console.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(judge.waitFor(300, TimeUnit.SECONDS)).isTrue();
    } finally {
      judge.destroyForcibly();
    }
    List<String> said = Files.readAllLines(console, StandardCharsets.UTF_8);
    assertThat(said)
        .contains("done")
        .anyMatch(text -> text.startsWith("missing limits of a box as a whole: weaker"))
        .anyMatch(text -> text.startsWith("missing a user of its own for each box: weaker"))
        .noneMatch(text -> text.startsWith("SUCCEEDED"));
    assertThat(said.stream().filter(text -> text.startsWith("failed as it should")))
        .hasSizeGreaterThan(40);
  }

  /** The class path below folders that the user may enter. */
  private String readableClassPath() throws Exception {
    String path =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    Path copies = Files.createDirectory(folder.resolve("classes"));
    List<String> names = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      if (Files.exists(source)) {
        Path target = copies.resolve(Integer.toString(names.size()) + ".jar");
        copy(source, target);
        names.add(target.toString());
      }
    }
    return String.join(File.pathSeparator, names);
  }

  private static void copy(Path source, Path target) throws Exception {
    try (Stream<Path> tree = Files.walk(source)) {
      for (Path path : tree.toList()) {
        Path to = path.equals(source) ? target : target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(to);
        } else {
          Files.copy(path, to);
        }
      }
    }
  }
}
