package dev.touchstone.judge.sandbox.attack;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.RunLimits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.WaitingBubblewrap;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Run;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real judge with a problem that every attack is handed in for, and a look at what is left. */
final class AttackedJudge implements AutoCloseable {
  /** How many times slower than usual the machine is; an emulated one sets it. */
  private static final int SLOWNESS = Integer.getInteger("touchstone.attacks.slowness", 1);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /**
   * The first test runs in a box that is made when it is requested, the second in one made ahead.
   */
  private static final int TESTS = 3;

  private final Sandbox sandbox;
  private final Languages languages;
  private final Judge judge;
  private final Path folder;
  private final ProblemPackage problem;
  private final List<String> mounts;

  /** The users of the boxes for tests and for all else; the judge's own where it is not root. */
  private final Set<Integer> users;

  AttackedJudge() throws IOException, PackageException {
    sandbox = Sandbox.start(1);
    languages = Languages.detect();
    judge = new Judge(sandbox, languages);
    folder = Files.createTempDirectory("attacked");
    problem = PackageReader.open(writePackage(folder.resolve("attack")));
    mounts = mounts();
    users = new HashSet<>(List.of(user(true), user(false)));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** The language of an attack, where this machine has it. */
  Optional<Language> language(Attack attack) {
    return languages
        .ofFiles(List.of(attack.mainFile()), name -> "")
        .flatMap(language -> languages.find(language.id()));
  }

  /** Judges an attack and then a harmless program; what is wrong, or nothing. */
  List<String> complaints(Attack attack, Language language) throws IOException {
    List<String> complaints = new ArrayList<>();
    Submission submission = new Submission(language, attack.files());
    Judgement judgement = judge.judge(problem, submission, Scope.DECIDING, Progress.ignored());
    if (!attack.expected().contains(judgement.verdict())) {
      complaints.add("Its verdict is " + judgement.verdict() + ": " + judgement);
      complaints.add("Run again: " + judge.run(problem, submission, new byte[0]));
    }
    if (attack.looksForTraces()) {
      complaints.addAll(again(attack, submission));
    }
    complaints.addAll(lastingLeftovers());
    if (Files.size(problem.cases().getFirst().input()) > 0) {
      complaints.add("It has rewritten the test.");
    }
    Judgement next = judgeHarmless();
    if (next.verdict() != Verdict.AC) {
      complaints.add("The next program gets " + next);
    }
    return complaints;
  }

  /** What it finds of its own first run: in the test's box again, and in that for own input. */
  private List<String> again(Attack attack, Submission submission) throws IOException {
    List<String> complaints = new ArrayList<>();
    Judgement second = judge.judge(problem, submission, Scope.DECIDING, Progress.ignored());
    if (!attack.expected().contains(second.verdict())) {
      complaints.add("Its second verdict is " + second.verdict());
    }
    for (int i = 0; i < 2; i++) {
      Run run = judge.run(problem, submission, new byte[0]);
      if (run.stdout().contains("BREACH") || !run.stdout().contains("safe")) {
        complaints.add("A run after the tests found " + run);
      }
    }
    return complaints;
  }

  private Judgement judgeHarmless() {
    byte[] source = "import os\nprint('safe')\n".getBytes(StandardCharsets.UTF_8);
    return judge.judge(
        problem,
        new Submission(
            languages.find("python3").orElseThrow(), List.of(new SourceFile("main.py", source))),
        Scope.DECIDING,
        Progress.ignored());
  }

  /** A box is emptied while its result is already known. */
  private List<String> lastingLeftovers() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> left = leftovers();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos()); // what empties the box needs the processor, too
      left = leftovers();
    }
    return left;
  }

  /** Processes, mounts, control groups and files that an attack left; empty if all is well. */
  private List<String> leftovers() throws IOException {
    List<String> left = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      processes.filter(this::isOfBox).forEach(process -> left.add("process " + process));
    }
    mounts().stream().filter(mount -> !mounts.contains(mount)).forEach(left::add);
    String own = "touchstone-" + ProcessHandle.current().pid() + ".";
    try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"), 5)) {
      groups
          .filter(group -> group.toString().contains(own))
          .filter(group -> group.getFileName().toString().startsWith("run-"))
          .filter(group -> !isEmpty(group))
          .forEach(group -> left.add("control group " + group));
    } catch (java.io.UncheckedIOException e) {
      left.add("control groups, of others perhaps, that come and go");
    }
    try (Stream<Path> files = Files.walk(sandbox.sharedFolder())) {
      files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.endsWith("filter"))
          .filter(file -> !isKept(file))
          .forEach(file -> left.add("file " + file));
    } catch (java.io.UncheckedIOException e) {
      left.add("files that are still being removed");
    }
    return left;
  }

  /** The next run's group is made ahead. */
  private static boolean isEmpty(Path group) {
    try {
      return Files.readString(group.resolve("cgroup.procs"))
          .lines()
          .allMatch(WaitingBubblewrap::is);
    } catch (IOException e) {
      return true; // it has just ended
    }
  }

  /**
   * Compiled programs are kept for the next who hands in the same; files that a program may be
   * started with are empty.
   */
  private boolean isKept(Path file) {
    boolean empty = file.toFile().length() == 0 && file.toString().contains("/private/run-");
    return empty || sandbox.sharedFolder().relativize(file).toString().startsWith("program-");
  }

  @Override
  public void close() {
    sandbox.close();
    Folders.delete(folder);
  }

  private boolean isOfBox(Path process) {
    try {
      // A zombie is only a number that its parent, perhaps the system's first process, has not
      // read.
      boolean alive =
          !WaitingBubblewrap.is(process.getFileName().toString())
              && !Files.readString(process.resolve("stat")).contains(") Z ");
      int owner = (Integer) Files.getAttribute(process, "unix:uid");
      // Where boxes have the judge's own user, they differ from its processes by their namespace.
      return alive
          && users.contains(owner)
          && (isRoot() || !namespace(process).equals(namespace(Path.of("/proc/self"))));
    } catch (IOException | IllegalArgumentException e) {
      return false; // no process, or it has just ended
    }
  }

  private static Path namespace(Path process) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns/pid"));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private int user(boolean hidden) throws IOException {
    Path output = folder.resolve("user");
    sandbox.run(
        new Command(
            List.of("/usr/bin/id", "-u"),
            Map.of(),
            Map.of(),
            true,
            Path.of("/dev/null"),
            output,
            folder.resolve("error"),
            new RunLimits(PATIENCE, PATIENCE, 64 << 20, 8, 1000, 1000),
            false,
            hidden,
            Command.Next.UNKNOWN));
    return Integer.parseInt(Files.readString(output).strip());
  }

  private static List<String> mounts() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mounts"));
  }

  private static Path writePackage(Path root) throws IOException {
    Path tests = Files.createDirectories(root.resolve("data/secret"));
    Files.writeString(
        root.resolve("problem.yaml"),
        """
        problem_format_version: 2023-07-draft
        name: {en: Attack}
        uuid: 0e0eab1c-6f6b-4f0a-8c33-8d6a4c0ab5a1
        limits: {time_limit: %d, memory: 64, output: 1, compilation_time: %d}
        """
            .formatted(SLOWNESS, 4 * SLOWNESS));
    Files.createDirectories(root.resolve("problem_statement"));
    Files.createDirectories(root.resolve("statement"));
    Files.writeString(root.resolve("statement/problem.en.md"), "Print safe.\n");
    for (int i = 1; i <= TESTS; i++) {
      Files.writeString(tests.resolve(i + ".in"), "");
      Files.writeString(tests.resolve(i + ".ans"), "safe\n");
    }
    return root;
  }
}
