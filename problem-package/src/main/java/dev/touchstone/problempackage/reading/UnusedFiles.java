package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the files and folders of a package that nothing reads, so that none is passed over. */
final class UnusedFiles {
  private static final String CHECKS =
      "is not used: inputs are not checked with the package's own programs";
  private static final String VISUALIZERS = "is not used: there are no visualizers";

  /** Names of the format for what Touchstone does not do. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("input_validators", CHECKS),
          Map.entry("input_format_validators", CHECKS),
          Map.entry("input_validator", CHECKS),
          Map.entry("answer_validators", CHECKS),
          Map.entry("answer_validator", CHECKS),
          Map.entry("input_visualizer", VISUALIZERS),
          Map.entry("output_visualizer", VISUALIZERS),
          Map.entry("graders", "is not used: only the default grader is supported"),
          Map.entry("generators", "is not used: the tests are those in data"));

  /** Read whatever the version is. */
  private static final Set<String> JUDGED =
      Set.of(
          "problem.yaml",
          "touchstone.yaml",
          IniFile.NAME,
          LimitsReader.TIME_FILE,
          "data",
          "include",
          "output_validator",
          "output_validators",
          "static_validator");

  private static final Set<String> STATEMENT_FOLDERS = Set.of("statement", "problem_statement");

  private static final Set<String> SHOWN =
      Set.of(
          "statement",
          "problem_statement",
          "submissions",
          "attachments",
          "starter",
          "hints",
          "solution");

  /** In the folder of statements; DOMjudge has them beside the metadata. */
  private static final Pattern STATEMENT =
      Pattern.compile("\\Aproblem\\b.*\\.(md|tex|pdf|html|txt)");

  private final Path root;
  private final FormatVersion version;
  private final List<Fault> faults;

  UnusedFiles(Path root, FormatVersion version, List<Fault> faults) {
    this.root = root;
    this.version = version;
    this.faults = faults;
  }

  /** Whether judging needs what is at or below a name in the package's folder. */
  static boolean isNeededForJudging(String top) {
    return JUDGED.contains(top);
  }

  /** Whether anything reads what is at or below a name in the package's folder. */
  static boolean isRead(String top) {
    return JUDGED.contains(top) || SHOWN.contains(top) || STATEMENT.matcher(top).matches();
  }

  /**
   * Reports what is not read.
   *
   * @param validator whether the package's own validator decides
   * @param statements those that are shown
   */
  void check(boolean validator, Collection<Path> statements) throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      for (Path child : children.sorted().toList()) {
        checkTop(child, validator);
      }
    }
    checkStatements(root, statements);
    checkStatements(root.resolve(version.statementFolder()), statements);
    checkData();
    checkLeftOut();
  }

  /** Statements in another form, or whose names are not those of the format. */
  private void checkStatements(Path folder, Collection<Path> shown) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : PackageReader.children(folder)) {
      boolean statement = STATEMENT.matcher(String.valueOf(file.getFileName())).matches();
      if (statement && Files.isRegularFile(file) && !shown.contains(file)) {
        warn(
            root.relativize(file).toString(),
            "is not shown: another file has the statement in this language, or the name is not"
                + " problem.LANGUAGE.EXTENSION");
      }
    }
  }

  private void checkTop(Path child, boolean validator) {
    String name = String.valueOf(child.getFileName());
    if (KNOWN.containsKey(name)) {
      warn(name, KNOWN.get(name));
    } else if (name.startsWith("output_validator") && Files.isDirectory(child) && !validator) {
      warn(
          name,
          version == FormatVersion.LEGACY
              ? "is not used: validation in problem.yaml is not custom"
              : "is not used: this version has its validator in " + version.validatorFolder());
    } else if (STATEMENT_FOLDERS.contains(name) && !name.equals(version.statementFolder())) {
      warn(name, "is not read by this version; its statements are in " + version.statementFolder());
    } else if (!isRead(name) && !ForeignFiles.isLeftOut(child)) {
      warn(name, "is not used: the format knows no such file or folder");
    }
  }

  /** Folders beside those of the tests that count. */
  private void checkData() throws IOException {
    Path data = root.resolve("data");
    if (!Files.isDirectory(data)) {
      return;
    }
    for (Path child : PackageReader.children(data)) {
      String name = String.valueOf(child.getFileName());
      if (Files.isDirectory(child) && !name.equals("sample") && !name.equals("secret")) {
        warn(
            "data/" + name,
            name.matches("(in)?valid_.*")
                ? "is not used: it is for checking the package's own validators"
                : "is not used: tests are in data/sample and data/secret");
      } else if (!Files.isDirectory(child) && !TestDataReader.isSettings(name)) {
        warn("data/" + name, "is not used");
      }
    }
  }

  /** Names that the format leaves out, unless a system or tool put them there. */
  private void checkLeftOut() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !leftOut(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            leftOut(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private boolean leftOut(Path file) {
    String name = root.relativize(file).toString();
    if (!ForeignFiles.isLeftOut(file) || name.equals(LimitsReader.TIME_FILE)) {
      return false;
    }
    if (!ForeignFiles.isOfSystem(file)) {
      warn(name, "is left out: its name begins with a dot or dash");
    }
    return true;
  }

  private void warn(String file, String message) {
    faults.add(Fault.warning(file, message));
  }
}
