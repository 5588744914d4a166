package dev.touchstone.judge.sandbox.attack;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judgeprotocol.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hostile program: a file in a folder of its kind, or a folder of several files. Its first line
 * says what it attacks and which verdicts show that it failed. Programs that try what must be
 * refused print {@code safe}, and {@code BREACH} for what was not; the answer is {@code safe}.
 *
 * @param name kind and file name
 * @param expected the verdicts that are fine, where it depends on who is faster
 */
record Attack(String name, Set<Verdict> expected, List<SourceFile> files) {
  private static final Pattern HEADER = Pattern.compile("\\W+attack: (.+); expect: ([A-Z ]+)");
  private static final Pattern MAIN_FILE = Pattern.compile("[Mm]ain\\..+");

  /** All of them, by name. */
  static List<Attack> all() {
    try {
      Path root = Path.of(Objects.requireNonNull(Attack.class.getResource("/attacks")).toURI());
      List<Attack> attacks = new ArrayList<>();
      for (Path kind : children(root)) {
        for (Path program : children(kind)) {
          attacks.add(read(root.relativize(program).toString(), program));
        }
      }
      return attacks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static Attack read(String name, Path program) throws IOException {
    List<Path> files = Files.isDirectory(program) ? tree(program) : List.of(program);
    Path base = Files.isDirectory(program) ? program : program.resolveSibling("");
    Path main =
        files.stream()
            .filter(file -> MAIN_FILE.matcher(file.getFileName().toString()).matches())
            .findFirst()
            .orElse(files.getFirst());
    Matcher header = HEADER.matcher(Files.readString(main).lines().findFirst().orElse(""));
    if (!header.matches()) {
      throw new IllegalStateException(name + " does not begin with 'attack: …; expect: …'.");
    }
    Set<Verdict> expected = EnumSet.noneOf(Verdict.class);
    Stream.of(header.group(2).split(" ")).map(Verdict::valueOf).forEach(expected::add);
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new SourceFile(base.relativize(file).toString(), Files.readAllBytes(file)));
    }
    return new Attack(name, expected, sources);
  }

  /** Whether it leaves something and looks for what a former run of it left. */
  boolean looksForTraces() {
    return name.startsWith("traces/");
  }

  /** The name of the main file, by which the language is known. */
  String mainFile() {
    return files.stream()
        .map(SourceFile::name)
        .filter(file -> MAIN_FILE.matcher(file).matches())
        .findFirst()
        .orElse(files.getFirst().name());
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
