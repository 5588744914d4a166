package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Who is not root gets the same platform: {@code up} as a user without rights and control groups.
 */
class OrdinaryUserTest {
  private static final int USER = 62030;

  private static final Map<String, String> WRONG =
      Map.of(
          "WA", "print('Hello!')",
          "TLE", "while True: pass",
          "RTE", "raise SystemExit(3)",
          "MLE", "all = []\nwhile True: all.append(bytearray(1 << 20))",
          "OLE", "while True: print('Hello! ' * 1000)",
          "CE", "print(");

  @TempDir private Path folder;

  @Test
  void judgesInEveryLanguage() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path installation = Installation.copy(folder.resolve("program"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.setAttribute(home, "unix:uid", USER);
    Map<String, String> settings =
        Map.of("HOME", home.toString(), "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + home);
    Path users = folder.resolve("passwd");
    Files.writeString(
        users,
        Files.readString(Path.of("/etc/passwd"))
            + "ordinary:x:%d:%d::%s:/bin/sh\n".formatted(USER, USER, home));
    Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-r--r--"));
    try (StandalonePlatform platform =
        StandalonePlatform.start(asUser(users), installation, home.resolve("data"), settings)) {
      Learner learner = Learner.register(platform::probe);
      long exercise = learner.exercise();
      for (Map.Entry<String, String> right : Exercises.ACCEPTED.entrySet()) {
        check(learner, exercise, "AC", right.getKey(), right.getValue());
      }
      for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
        check(learner, exercise, wrong.getKey(), "python3", wrong.getValue());
      }
    }
  }

  /**
   * The commands before the program: a list of users, seen by it alone, that has this one, and so
   * many processes as the kernel lets the user have, whatever else fails.
   */
  private static List<String> asUser(Path users) {
    return List.of(
        "unshare",
        "--mount",
        "sh",
        "-c",
        "mount --bind \"$0\" /etc/passwd && exec \"$@\"",
        users.toString(),
        "prlimit",
        "--nproc=1000:1000",
        "setpriv",
        "--reuid=" + USER,
        "--regid=" + USER,
        "--clear-groups");
  }

  private static void check(
      Learner learner, long exercise, String verdict, String language, String source) {
    JsonNode judged = learner.judged(learner.submit(exercise, language, source));
    assertThat(judged.path("verdict").asString()).as(judged.toString()).isEqualTo(verdict);
  }
}
