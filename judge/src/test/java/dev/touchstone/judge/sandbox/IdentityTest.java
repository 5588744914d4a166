package dev.touchstone.judge.sandbox;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The threads of boxes read files as root; what they start does not. */
class IdentityTest {
  private static final String NONE = "0000000000000000";

  @TempDir Path folder;

  @BeforeEach
  void needsRoot() {
    assumeTrue(Identity.possible(), "only root can become another user");
  }

  @Test
  void aProcessThatAThreadOfABoxStartsHasNothingOfRoot() throws Exception {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "the judge's");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    // Users and groups belong to a thread and stay with it.
    try (var thread = Executors.newSingleThreadExecutor()) {
      thread.submit(() -> check(Identity.take(true, 0), secret)).get();
    }
    // Also as one of those users that only a machine with many boxes needs.
    IntStream last = Identity.users().boxed().sorted(reverseOrder()).mapToInt(user -> user);
    try (var thread = Executors.newSingleThreadExecutor()) {
      thread.submit(() -> check(Identity.take(true, 0, last), secret)).get();
    }
  }

  @Test
  void thereAreUsersForSeveralJudgesOfALargeMachine() {
    List<Integer> users = Identity.users().boxed().toList();
    assertThat(users).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(4 * 128);
    // Those of systemd's services, nobody, and those that useradd gives to containers.
    assertThat(users).noneMatch(user -> (user >= 61_184 && user <= 65_535) || user >= 100_000);
  }

  @Test
  void aUserThatABoxHasIsNotTakenTwice() throws Exception {
    int first = Identity.users().findFirst().orElseThrow();
    try (var thread = Executors.newSingleThreadExecutor()) {
      int taken = thread.submit(() -> Identity.take(true, 0).user()).get();
      int other =
          thread
              .submit(() -> Identity.take(true, 1, IntStream.of(first, taken, 70_123)).user())
              .get();
      assertThat(other).isEqualTo(70_123);
    }
  }

  private Void check(Identity identity, Path secret) throws Exception {
    Map<String, String> status =
        run(identity, "/bin/cat", "/proc/self/status")
            .lines()
            .map(line -> line.split(":\\s*", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip()));
    String user = Integer.toString(identity.user());
    String everywhere = String.join("\t", List.of(user, user, user, user));
    assertThat(status)
        .containsEntry("Uid", everywhere)
        .containsEntry("Gid", everywhere)
        .containsEntry("Groups", "")
        .containsEntry("CapPrm", NONE)
        .containsEntry("CapEff", NONE)
        .containsEntry("CapAmb", NONE)
        .containsEntry("NoNewPrivs", "1");
    assertThat(run(identity, "/bin/ls", "/proc/self/fd").lines())
        .as("the streams, and the folder that is read")
        .containsExactly("0", "1", "2", "3");
    assertThat(run(identity, "/bin/cat", secret.toString())).contains("Permission denied");
    assertThat(identity.asUser(() -> length(secret)))
        .as("the thread itself still reads")
        .isPositive();
    return null;
  }

  private static int length(Path file) {
    try {
      return Files.readAllBytes(file).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program, not by a shell, which would give up root by itself; returns all its output. */
  private String run(Identity identity, String... line) throws Exception {
    Path out = folder.resolve("out");
    try (Descriptors descriptors = new Descriptors()) {
      int in = descriptors.reading(Path.of("/dev/null"));
      int to = descriptors.writing(out);
      int process =
          identity.asUser(() -> Spawner.spawn(List.of(line), List.of("LC_ALL=C"), in, to, to));
      SystemCall.WAIT4.call(process, 0, 0, 0);
    }
    return Files.readString(out);
  }
}
