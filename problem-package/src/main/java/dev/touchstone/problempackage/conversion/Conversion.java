package dev.touchstone.problempackage.conversion;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FaultList;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A package of another system, and the problem package that is being made of it. Collects every
 * fault, so that an author learns of all at once. Used by one thread.
 */
public final class Conversion {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** In bytes; testlib has a quarter of it. */
  private static final long LARGEST_SOURCE = 1 << 20;

  private final Path source;
  private final TargetFolder target;
  private final String whenMissing;
  private final List<Fault> faults;
  private final List<Fault> warnings;
  private final SourceFiles used;

  /**
   * Starts a conversion.
   *
   * @param target an empty folder
   * @param limits how large the new package may become; that of an archive is not used
   * @param whenMissing what an author does about a file that is missing
   */
  public Conversion(Path source, Path target, ArchiveLimits limits, String whenMissing) {
    this(
        source,
        new TargetFolder(target, limits),
        whenMissing,
        new FaultList(),
        new FaultList(),
        new SourceFiles(source));
  }

  private Conversion(
      Path source,
      TargetFolder target,
      String whenMissing,
      List<Fault> faults,
      List<Fault> warnings,
      SourceFiles used) {
    this.source = source.normalize();
    this.target = target;
    this.whenMissing = whenMissing;
    this.faults = faults;
    this.warnings = warnings;
    this.used = used;
  }

  /** The same conversion with files from an archive that was unpacked to a folder. */
  public Conversion from(Path folder, String archive) {
    return new Conversion(
        folder, target, whenMissing, faults, warnings, used.archive(folder, archive));
  }

  /** Records a fault; conversion continues, to find all of them. */
  public void fault(String file, String message) {
    faults.add(new Fault(file, message));
  }

  /** Records something that is not used. */
  public void warn(String file, String message) {
    warnings.add(Fault.warning(file, message));
  }

  /** Records something on a line that is not used. */
  public void warn(String file, int line, String message) {
    warnings.add(Fault.warning(file, line, message));
  }

  /**
   * Ends the conversion.
   *
   * @return what an author should know, with the files that nobody asked for
   * @throws PackageException with all faults
   */
  public List<Fault> finish() throws PackageException, IOException {
    if (!faults.isEmpty()) {
      throw new PackageException(faults);
    }
    used.unused().forEach(warnings::add);
    return List.copyOf(warnings);
  }

  /** The paths of all files, in order, without those that operating systems leave. */
  public List<String> names() throws IOException {
    return ForeignFiles.filesOf(source).stream()
        .map(file -> source.relativize(file).toString())
        .sorted()
        .toList();
  }

  /** Whether a path names an existing file in the package. */
  public boolean has(String path) {
    Interruption.check();
    if (path.indexOf('\0') >= 0) {
      return false; // No file can have such a name.
    }
    Path file = source.resolve(path).normalize();
    return file.startsWith(source) && Files.isRegularFile(file) && staysInside(file);
  }

  /** Where a file of the package is, which counts as used from then on. */
  public Path file(String path) {
    Path file = source.resolve(path).normalize();
    used.add(file);
    return file;
  }

  /** Whether a link on the way does not lead out of the package. */
  private boolean staysInside(Path file) {
    try {
      return file.toRealPath().startsWith(source.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies a file; one that is missing is a fault. */
  public void copy(String from, String to) throws IOException {
    if (found(from)) {
      Optional<Path> copy = place(to, Files.size(file(from)));
      if (copy.isPresent()) {
        Files.copy(file(from), copy.get(), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Copies a test's file; where every line ends as on Windows, with the ends of Unix. */
  public void copyText(String from, String to) throws IOException {
    if (found(from)) {
      Optional<Path> copy = place(to, Files.size(file(from)));
      if (copy.isPresent()) {
        LineEnds.copy(file(from), copy.get());
      }
    }
  }

  /** Whether two files of the package, which exist, have the same lines, however lines end. */
  public boolean sameText(String one, String other) throws IOException {
    Path first = source.resolve(one);
    Path second = source.resolve(other);
    // Files of so different sizes differ in more than the ends of lines.
    return Files.size(first) <= 2 * Files.size(second) + 2
        && Files.size(second) <= 2 * Files.size(first) + 2
        && LineEnds.same(first, second);
  }

  /** Copies a folder with all that is in it, if it is there. */
  public void copyFolder(String name) throws IOException {
    if (Files.isDirectory(source.resolve(name))) {
      for (Path file : ForeignFiles.filesOf(source.resolve(name))) {
        String path = source.relativize(file).toString();
        copy(path, path);
      }
    }
  }

  private boolean found(String from) {
    if (!has(from)) {
      fault(from, "is missing" + (whenMissing.isEmpty() ? "" : "; " + whenMissing));
      return false;
    }
    return true;
  }

  /** The text of a source file; empty, with a fault, if it is too long. */
  public String source(String path) throws IOException {
    if (Files.size(file(path)) > LARGEST_SOURCE) {
      fault(path, "is larger than " + (LARGEST_SOURCE >> 10) + " KiB, the limit for sources");
      return "";
    }
    return Files.readString(file(path), StandardCharsets.ISO_8859_1);
  }

  /** Writes a text. */
  public void write(String to, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Optional<Path> file = place(to, bytes.length);
    if (file.isPresent()) {
      Files.write(file.get(), bytes);
    }
  }

  /** Writes a YAML file. */
  public void writeYaml(String to, Object content) throws IOException {
    if (!target.isFull()) {
      write(to, YAML.writeValueAsString(content));
    }
  }

  private Optional<Path> place(String to, long size) throws IOException {
    Optional<Path> file = target.place(to, size);
    Fault tooLarge = new Fault("", target.bounds());
    if (file.isEmpty() && !faults.contains(tooLarge)) {
      faults.add(tooLarge);
    }
    return file;
  }
}
