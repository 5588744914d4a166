package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} started by root: only the judge stays root. */
class RootTest {
  private static final int SERVICES = 60_599;

  /** Only its owner can enter it, as is root's home. */
  @TempDir private Path folder;

  @BeforeEach
  void requireRoot() {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another user");
  }

  @Test
  void onlyTheJudgeStaysRootEvenInAFolderThatNobodyElseMayEnter() throws Exception {
    Path installation = Installation.copy(folder.resolve("program"));
    onlyForTheOwner(installation);
    Path data = installation.resolve("data");
    try (StandalonePlatform platform =
        StandalonePlatform.start(List.of(), installation, data, Map.of())) {
      Learner learner = Learner.register(platform::probe);
      String source = Exercises.ACCEPTED.getOrDefault("c", "");
      assertThat(learner.judged(learner.submit(learner.exercise(), "c", source)).path("verdict"))
          .hasToString("\"AC\"");
      assertThat(usersOf(platform.running().pid())).containsOnly(SERVICES);
      assertThat(capabilitiesOf(platform.running().pid())).isEqualTo("0000000000000400"); // ports
      assertThat(usersOf(postgres(data))).containsOnly(SERVICES);
      assertThat(usersOf(platform.judge().pid())).containsOnly(0);
      assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(0);
      assertThat(asServices("mv", data.resolve("judge").toString(), data + "/moved")).isNotZero();
      assertThat(asServices("ls", data.resolve("judge").toString())).isNotZero();
    }
  }

  @Test
  void takesOverTheDataOfAStartBeforeAndNothingElse() throws Exception {
    Path data = folder.resolve("data[1]"); // a pattern for programs that take one
    Path outside = Files.writeString(folder.resolve("outside"), "root's");
    Prepared.copyTo(data);
    // As a version left it that ran the services as root.
    chownAll(data, 0);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(data.resolve("logs/link"), outside);
    Files.createSymbolicLink(data.resolve("exercises/folder"), folder);
    try (StandalonePlatform platform = StandalonePlatform.start(data, Map.of())) {
      assertThat(Learner.signIn(platform.probe(), "admin", Prepared.password())).isNotEmpty();
      assertThat(platform.running().output()).contains("Giving the data folder");
    }
    assertThat(Files.getAttribute(outside, "unix:uid")).isEqualTo(0);
    assertThat(Files.getAttribute(data.resolve("secrets/internal-token"), "unix:uid"))
        .isEqualTo(SERVICES);
    assertThat(Files.getAttribute(data.resolve("judge"), "unix:uid")).isEqualTo(0);
  }

  @Test
  void doesNotGiveAwayAFileThatHasAnotherNameElsewhere() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path outside = Files.writeString(folder.resolve("outside"), "root's");
    Files.writeString(data.resolve("format"), "1\n");
    Files.createLink(data.resolve("stolen"), outside);
    Program program = StandalonePlatform.launch(data, Map.of(), "--port", "0");
    assertThat(program.exitStatus()).isEqualTo(2);
    assertThat(program.output()).contains("touchstone: " + data + "/stolen has a second name");
    assertThat(Files.getAttribute(outside, "unix:uid")).isEqualTo(0);
  }

  @Test
  void aLinkInPlaceOfTheJudgesFolderLeadsNowhere() throws IOException {
    Path data = Prepared.copyTo(folder.resolve("data"));
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.setAttribute(data.resolve("format"), "unix:uid", 0); // not taken over yet
    Files.move(data.resolve("judge"), folder.resolve("earlier"));
    Files.createSymbolicLink(data.resolve("judge"), outside);
    try (StandalonePlatform platform = StandalonePlatform.start(data, Map.of())) {
      assertThat(platform.probe().get("/ready").status()).isEqualTo(200);
      assertThat(outside).isEmptyDirectory();
      assertThat(Files.isDirectory(data.resolve("judge"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
  }

  @Test
  void endsIfNobodyIsLeftWhoMayStartAJudgeAsRoot() {
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), Map.of())) {
      ProcessHandle judge = platform.judge();
      ProcessHandle starter =
          ProcessHandle.of(platform.running().pid())
              .orElseThrow()
              .children()
              .filter(each -> each.info().commandLine().orElse("").contains("judge_as_root.sh"))
              .findFirst()
              .orElseThrow();
      assertThat(starter.destroyForcibly()).isTrue();
      assertThat(platform.running().exitStatus()).isEqualTo(1);
      assertThat(platform.running().output())
          .contains("touchstone: The process that starts the judge as root has ended")
          .doesNotContain("Exception", "\tat ");
      Await.until("the judge to end", () -> !judge.isAlive());
    }
  }

  private static long postgres(Path data) throws IOException {
    Path file = data.resolve("postgresql/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  /** Real, effective, saved and file system user; see proc_pid_status(5). */
  private static List<Integer> usersOf(long process) throws IOException {
    return Stream.of(status(process, "Uid").split("\t")).map(Integer::valueOf).toList();
  }

  private static String capabilitiesOf(long process) throws IOException {
    return status(process, "CapEff");
  }

  private static String status(long process, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  /** Runs a command as the services' user and returns its exit status. */
  private static int asServices(String... command) throws Exception {
    String user = Integer.toString(SERVICES);
    List<String> all =
        Stream.concat(
                Stream.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"),
                Stream.of(command))
            .toList();
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void chownAll(Path folder, int user) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList()) {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static void onlyForTheOwner(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList()) {
        String permissions = Files.isDirectory(path) ? "rwx------" : "rw-------";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      }
    }
  }
}
