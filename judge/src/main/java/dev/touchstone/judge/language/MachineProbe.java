package dev.touchstone.judge.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Checks whether this machine has a language. It only runs commands of descriptions. */
final class MachineProbe {
  private static final long SECONDS = 20;
  private static final int LONGEST_OUTPUT = 4096;

  private MachineProbe() {}

  private record Answer(int status, String text) {}

  /** Whether the programs exist and the probe, if there is one, succeeds. */
  static boolean isInstalled(Language language) {
    Placeholders placeholders = new Placeholders(language);
    List<String> probe = placeholders.expand(language.needs().probe());
    return placeholders.expand(language.needs().programs()).stream().allMatch(MachineProbe::exists)
        && (probe.isEmpty() || ask(probe).status() == 0);
  }

  /** The first line of what the version command prints, in either stream. */
  static String version(Language language) {
    List<String> command = new Placeholders(language).expand(language.needs().version());
    return ask(command)
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("unknown");
  }

  private static boolean exists(String program) {
    return program.startsWith("/") ? isVisible(Path.of(program)) : onPath(program).isPresent();
  }

  /** Where a box finds a program; links to places that a box does not see are skipped. */
  private static Optional<Path> onPath(String program) {
    return Stream.of("/usr/local/bin", "/usr/bin", "/bin")
        .map(folder -> Path.of(folder, program))
        .filter(MachineProbe::isVisible)
        .findFirst();
  }

  private static boolean isVisible(Path program) {
    try {
      Path real = program.toRealPath();
      return Files.isExecutable(real)
          && (real.startsWith("/usr") || real.startsWith(System.getProperty("java.home")));
    } catch (IOException e) {
      return false;
    }
  }

  /** The file of a program with its size and time of change; just the name if there is none. */
  static String file(String program) {
    Optional<Path> found =
        program.startsWith("/") ? Optional.of(Path.of(program)) : onPath(program);
    try {
      Path real = found.orElse(Path.of(program)).toRealPath();
      return real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real);
    } catch (IOException e) {
      return program;
    }
  }

  private static Answer ask(List<String> command) {
    try {
      List<String> resolved = new ArrayList<>(command);
      onPath(command.getFirst()).ifPresent(path -> resolved.set(0, path.toString()));
      ProcessBuilder builder = new ProcessBuilder(resolved).redirectErrorStream(true);
      // As inside a box: JAVA_HOME, for example, would direct a compiler to the judge's JDK.
      builder.environment().clear();
      builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(LONGEST_OUTPUT);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Answer(-1, "");
      }
      return new Answer(process.exitValue(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Answer(-1, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(-1, "");
    }
  }
}
