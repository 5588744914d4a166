package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one package and gathers every fault. Used once, by one thread. */
final class PackageReader {
  private static final String METADATA = "problem.yaml";
  private static final Pattern STATEMENT =
      Pattern.compile("problem(?:\\.([a-z]{2,3}(?:-[A-Z]{2})?))?\\.(md|tex)");

  /** Where the format leaves the choice to the system. */
  private static final double TIME_SECONDS = 1;

  private static final double MEMORY_MIB = 256;
  private static final double OUTPUT_MIB = 8;
  private static final double SOURCE_KIB = 256;
  private static final double COMPILATION_SECONDS = 30;
  private static final double VALIDATION_SECONDS = 30;

  private final Path root;
  private final String name;
  private final List<Fault> faults = new ArrayList<>();

  PackageReader(Path root, String name) {
    this.root = root;
    this.name = name;
  }

  ProblemPackage read() throws PackageException, IOException {
    if (!Files.isRegularFile(root.resolve(METADATA))) {
      faults.add(new Fault(METADATA, "is missing"));
      throw new PackageException(faults);
    }
    YamlFile metadata = YamlFile.read(root, METADATA, faults);
    FormatVersion version = version(metadata);
    Map<String, Path> statements = statements(version);
    Optional<Path> validator = validator(version, metadata);
    List<TestGroup> groups = new TestDataReader(root, version, metadata, faults).read();
    ProblemPackage problem =
        new ProblemPackage(
            root,
            version,
            names(metadata, statements),
            statements,
            limits(metadata),
            groups,
            validator,
            isOfType(metadata, "interactive"),
            isOfType(metadata, "multi-pass"),
            new SubmissionsReader(root).read(),
            new PresentationReader(root, name, faults).read(metadata));
    if (!faults.isEmpty()) {
      throw new PackageException(faults);
    }
    return problem;
  }

  private FormatVersion version(YamlFile metadata) {
    String text = metadata.text("problem_format_version").orElse("legacy");
    return FormatVersion.of(text)
        .orElseGet(() -> {
          metadata.fault("problem_format_version", text + " is not one that is known here");
          return FormatVersion.V2023_07;
        });
  }

  private static boolean isOfType(YamlFile metadata, String type) {
    return metadata.texts("type").orElse(List.of()).contains(type)
        || metadata.texts("validation").orElse(List.of()).contains(type);
  }

  private Map<String, Path> statements(FormatVersion version) throws IOException {
    Map<String, Path> statements = new LinkedHashMap<>();
    Path folder = root.resolve(version.statementFolder());
    if (Files.isDirectory(folder)) {
      for (Path file : children(folder)) {
        Matcher matcher = STATEMENT.matcher(file.getFileName().toString());
        if (matcher.matches()) {
          String locale = matcher.group(1) == null ? "en" : matcher.group(1);
          statements.merge(locale, file, PackageReader::preferMarkdown);
        }
      }
    }
    return statements;
  }

  private static Path preferMarkdown(Path one, Path other) {
    return one.toString().endsWith(".md") ? one : other;
  }

  private Map<String, String> names(YamlFile metadata, Map<String, Path> statements) {
    Map<String, String> names = new LinkedHashMap<>();
    if (metadata.isObject("name")) {
      names.putAll(metadata.textsByKey("name"));
    } else {
      metadata.text("name").ifPresent(text -> names.put("en", text));
    }
    if (names.isEmpty()) {
      metadata.fault("name", "is missing");
    }
    for (String locale : statements.keySet()) {
      if (!names.containsKey(locale) && metadata.isObject("name")) {
        metadata.fault("name", "lacks the locale " + locale + " of a statement");
      }
    }
    return names;
  }

  private Limits limits(YamlFile metadata) throws IOException {
    YamlFile limits = metadata.section("limits");
    double time = limits.number("time_limit", 0.001).or(this::timeLimitFile).orElse(TIME_SECONDS);
    return new Limits(
        seconds(time),
        limits.number("memory", 1).orElse(MEMORY_MIB).intValue(),
        limits.number("output", 1).orElse(OUTPUT_MIB).intValue(),
        limits.number("code", 1).orElse(SOURCE_KIB).intValue(),
        seconds(limits.number("compilation_time", 1).orElse(COMPILATION_SECONDS)),
        seconds(limits.number("validation_time", 1).orElse(VALIDATION_SECONDS)));
  }

  /** Legacy packages give the limit in a file of its own; DOMjudge in an ini file. */
  private Optional<Double> timeLimitFile() {
    return numberIn(".timelimit", "^\\s*([0-9.]+)\\s*$")
        .or(() ->
            numberIn("domjudge-problem.ini", "(?m)^\\s*timelimit\\s*=\\s*'?([0-9.]+)'?\\s*$"));
  }

  private Optional<Double> numberIn(String file, String pattern) {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(path));
      if (matcher.find()) {
        return Optional.of(Double.valueOf(matcher.group(1)));
      }
      if (file.equals(".timelimit")) {
        faults.add(new Fault(file, "must hold one number, in seconds"));
      }
    } catch (IOException | NumberFormatException e) {
      faults.add(new Fault(file, "can't be read as a number"));
    }
    return Optional.empty();
  }

  private Optional<Path> validator(FormatVersion version, YamlFile metadata) throws IOException {
    Path folder = root.resolve(version.validatorFolder());
    boolean custom =
        version != FormatVersion.LEGACY
            || metadata.texts("validation").orElse(List.of()).contains("custom");
    if (!custom || !Files.isDirectory(folder)) {
      if (custom && version == FormatVersion.LEGACY) {
        faults.add(new Fault(version.validatorFolder(), "is missing, though validation is custom"));
      }
      return Optional.empty();
    }
    List<Path> programs = children(folder);
    if (programs.isEmpty()) {
      faults.add(new Fault(version.validatorFolder(), "is empty"));
      return Optional.empty();
    }
    // A folder of folders is the legacy form: each of them is a program.
    boolean nested = programs.size() == 1 && Files.isDirectory(programs.getFirst());
    return Optional.of(nested ? programs.getFirst() : folder);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
