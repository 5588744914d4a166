package dev.touchstone.system;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of our programs in its own process; what it prints goes to a file. */
final class Program implements AutoCloseable {
  /** The folder of the whole project. */
  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  /** Only ends a test that would hang. */
  private static final Duration STOP = Duration.ofMinutes(3);

  /** Starts in half the processor time; a test is over before more would pay. */
  private static final List<String> FAST_START =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-Xlog:aot*=off",
          "-Xlog:cds*=off");

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a jar.
   *
   * @param options of the JVM; empty for the tests' own
   * @param jar below the project's folder
   * @param variables added to the environment, which is otherwise without variables of ours
   */
  static Program start(
      List<String> options,
      String jar,
      List<String> arguments,
      Map<String, String> variables,
      Path output) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options.isEmpty() ? FAST_START : options);
    command.addAll(List.of("-jar", HOME.resolve(jar).toString()));
    command.addAll(arguments);
    return start(command, variables, output);
  }

  /**
   * Starts the platform with the start script, which separates the services from the judge.
   *
   * @param by commands before the script, such as {@code setpriv} with its options
   * @param options of the JVMs
   * @param installation the folder of the project, or a copy
   * @param arguments of {@code up}
   */
  static Program platform(
      List<String> by,
      Options options,
      Path installation,
      Path data,
      List<String> arguments,
      Map<String, String> variables,
      Path output) {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            "bash",
            installation.resolve("scripts/platform.sh").toString(),
            installation.resolve("standalone/target/standalone.jar").toString(),
            installation.resolve("judge/target/judge.jar").toString(),
            data.toString()));
    command.addAll(options.judge());
    command.add("--");
    command.addAll(options.services());
    command.add("--");
    command.addAll(arguments);
    Map<String, String> all = new HashMap<>(variables);
    all.put("PATH", Path.of(java()).resolveSibling("") + ":" + System.getenv("PATH"));
    return start(command, all, output);
  }

  /** Options of the two JVMs of a platform. */
  record Options(List<String> judge, List<String> services) {
    /** They start fast. */
    static final Options OF_TESTS = new Options(FAST_START, FAST_START);

    /** Those of {@code ./touchstone up}. */
    static final Options AS_SHIPPED = new Options(file("judge"), file("up"));

    /** The same with more, for each of the two. */
    Options with(List<String> moreForJudge, List<String> moreForServices) {
      return new Options(
          Stream.concat(judge.stream(), moreForJudge.stream()).toList(),
          Stream.concat(services.stream(), moreForServices.stream()).toList());
    }

    private static List<String> file(String name) {
      return List.of("@" + HOME.resolve("deploy/memory/" + name + ".options"));
    }
  }

  private static Program start(List<String> command, Map<String, String> variables, Path output) {
    // Its own group, as under a terminal; and a user who runs the tests in the background has
    // Ctrl-C
    // ignored.
    List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHSTONE_"));
    builder.environment().remove("DATABASE_URL");
    builder.environment().putAll(variables);
    try {
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  /** The names of the classes that it has loaded so far. */
  List<String> loadedClasses() {
    ProcessBuilder jcmd =
        new ProcessBuilder(
            Path.of(java()).resolveSibling("jcmd").toString(),
            Long.toString(process.pid()),
            "VM.class_hierarchy");
    try {
      Process running = jcmd.redirectErrorStream(true).start();
      try (Stream<String> lines = running.inputReader().lines()) {
        // Each below its superclass: lines with a name at the end.
        return lines.map(line -> line.replaceFirst("^[|\\- ]+", "").split("/", 2)[0]).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed so far. */
  String output() {
    try {
      // It may end in the middle of a character.
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it prints something. */
  Matcher await(Pattern pattern) {
    return Await.value(
        "output like " + pattern,
        () -> {
          Matcher matcher = pattern.matcher(output());
          if (matcher.find()) {
            return Optional.of(matcher);
          }
          requireAlive();
          return Optional.empty();
        });
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError(
          "The program ended with " + process.exitValue() + " and printed:\n" + output());
    }
  }

  /** Waits until it ends on its own and returns its exit status. */
  int exitStatus() {
    return waitFor();
  }

  /** SIGKILL: no chance to say good-bye. */
  void kill() {
    process.destroyForcibly();
    waitFor();
  }

  /** SIGSTOP: it does nothing until it is resumed. */
  void suspend() {
    signal("STOP", process.pid());
  }

  /** SIGCONT. */
  void resume() {
    signal("CONT", process.pid());
  }

  /** Ctrl-C: SIGINT to the program and to all that it has started; returns the exit status. */
  int interrupt() {
    signal("INT", -process.pid());
    return waitFor();
  }

  /** SIGTERM, as Kubernetes does; returns the exit status. */
  int stop() {
    process.destroy();
    return waitFor();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  /**
   * Sends a signal.
   *
   * @param target a process, or a group as a negative number
   */
  private static void signal(String name, long target) {
    try {
      new ProcessBuilder("kill", "-" + name, "--", Long.toString(target)).inheritIO().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int waitFor() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The program does not end; it printed:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
