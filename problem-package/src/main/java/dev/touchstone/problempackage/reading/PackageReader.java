package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FaultList;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one package and collects every fault. Used once, by one thread. */
public final class PackageReader {
  /** The file with the time limit of a package whose metadata set none, in seconds. */
  public static final String TIME_LIMIT_FILE = LimitsReader.TIME_FILE;

  private static final String METADATA = "problem.yaml";

  private final Path root;
  private final String name;
  private final LimitSettings settings;
  private final boolean published;
  private final List<Fault> faults = new FaultList();

  private PackageReader(Path root, String name, LimitSettings settings, boolean published) {
    this.published = published;
    this.root = root;
    this.name = name;
    this.settings = settings;
  }

  /**
   * Reads the package in a folder. For archives, and packages of Polygon, see {@link
   * PackageImport}.
   *
   * @throws PackageException with all its faults
   * @throws IOException if the folder can't be read
   */
  public static ProblemPackage open(Path folder) throws PackageException, IOException {
    return open(folder, LimitSettings.STANDARD);
  }

  /** Reads the package in a folder, with the operator's settings. */
  public static ProblemPackage open(Path folder, LimitSettings settings)
      throws PackageException, IOException {
    requireFolder(folder);
    return open(folder, String.valueOf(folder.toRealPath().getFileName()), settings);
  }

  /** Reads the package in a folder whose own name means nothing. */
  public static ProblemPackage open(Path folder, String name) throws PackageException, IOException {
    return open(folder, name, LimitSettings.STANDARD);
  }

  /**
   * Reads the package in a folder whose own name means nothing.
   *
   * @param name what the package is called, unless it has its own slug
   */
  public static ProblemPackage open(Path folder, String name, LimitSettings settings)
      throws PackageException, IOException {
    requireFolder(folder);
    PackageReader reader = new PackageReader(folder, name, settings, false);
    ProblemPackage problem = reader.read();
    new UnusedFiles(folder, problem.version(), reader.faults)
        .check(problem.validator().isPresent(), problem.statements().values());
    new TextEncoding(folder, reader.faults).check(problem.cases());
    new SourceConstants(folder, reader.faults).check(problem);
    reader.requireNoFault();
    return problem.withWarnings(reader.found());
  }

  /**
   * Reads a package that was opened when it was published, so that nobody needs its warnings.
   *
   * @param name what the package is called, unless it has its own slug
   */
  public static ProblemPackage reopen(Path folder, String name, LimitSettings settings)
      throws PackageException, IOException {
    requireFolder(folder);
    PackageReader reader = new PackageReader(folder, name, settings, true);
    return reader.read();
  }

  private static void requireFolder(Path folder) throws PackageException {
    if (!Files.isDirectory(folder)) {
      throw new PackageException(List.of(new Fault("", "there is no folder " + folder)));
    }
  }

  private ProblemPackage read() throws PackageException, IOException {
    IniFile ini = IniFile.read(root, faults);
    if (!Files.isRegularFile(root.resolve(METADATA)) && !ini.exists()) {
      faults.add(new Fault(METADATA, "is missing"));
      throw new PackageException(faults);
    }
    YamlFile file = YamlFile.read(root, METADATA, faults);
    Metadata metadata = new Metadata(file);
    FormatVersion version = metadata.version();
    metadata.check(version);
    new FileChecks(root, faults).check();
    Map<String, Path> statements = new StatementFiles(root, version).find();
    if (version == FormatVersion.V2025_09 && statements.isEmpty()) {
      faults.add(
          new Fault(
              version.statementFolder(), "contains no statement: problem.en.md, or .tex or .pdf"));
    }
    boolean scoring = metadata.is("scoring");
    Constants constants = metadata.constants();
    Optional<Path> validator = new ValidatorFolder(root, version, metadata, faults).find(ini);
    TestGroup data =
        new TestDataReader(root, version, scoring, constants, faults)
            .read(file, metadata.validatorScores());
    if (validator.isEmpty()) {
      new FlagChecks(version, faults).check(data);
    }
    LimitsReader limits =
        new LimitsReader(root, file, ini, metadata.is("multi-pass"), settings, published, faults);
    ProblemPackage problem =
        new ProblemPackage(
            root,
            version,
            names(metadata, ini, version, statements),
            statements,
            limits.read(),
            limits.timeRule(version),
            data,
            validator,
            scoring,
            metadata.is("interactive"),
            metadata.is("multi-pass"),
            file.flag("allow_file_writing").orElse(false),
            constants,
            new SubmissionsReader(root, version, faults).read(),
            new PresentationReader(root, name, faults).read(file, metadata.languages()),
            List.of());
    if (problem.interactive() && problem.presentation().dataFiles().used()) {
      faults.add(
          new Fault(
              "touchstone.yaml",
              "input_file and output_file are not for interactive problems, which use the standard"
                  + " streams"));
    }
    if (problem.presentation().function().isPresent()) {
      new FunctionDataChecks(root, problem.presentation().function().get(), faults)
          .check(problem.cases());
    }
    requireNoFault();
    return problem;
  }

  private void requireNoFault() throws PackageException {
    if (!found().stream().allMatch(Fault::warning)) {
      throw new PackageException(found());
    }
  }

  private List<Fault> found() {
    return faults.stream().distinct().toList();
  }

  private Map<String, String> names(
      Metadata metadata, IniFile ini, FormatVersion version, Map<String, Path> statements) {
    Map<String, String> names = new LinkedHashMap<>(metadata.names());
    if (names.isEmpty()) {
      ini.value("name").ifPresent(value -> names.put("en", value));
    }
    if (names.isEmpty() && version == FormatVersion.LEGACY) {
      // This version may leave the name to the statement.
      statements.forEach((locale, statement) ->
          LatexName.in(root, statement, faults).ifPresent(value -> names.put(locale, value)));
      if (names.isEmpty()) {
        names.put("en", name);
      }
    }
    if (names.isEmpty()) {
      faults.add(new Fault(METADATA, "name is missing"));
    }
    for (String locale : statements.keySet()) {
      if (!names.containsKey(locale) && metadata.namesByLocale()) {
        faults.add(
            new Fault(METADATA, "name is missing in the locale " + locale + " of a statement"));
      }
    }
    return names;
  }

  /** The text of a file; empty, with a fault, if it can't be read as {@link TextFile} does. */
  static String text(Path root, String file, List<Fault> faults) {
    return TextFile.read(root, root.resolve(file), faults).orElse("");
  }

  /** What a folder contains, in order; names that begin with a dot or dash are ignored. */
  static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !ForeignFiles.isLeftOut(file)).sorted().toList();
    }
  }
}
