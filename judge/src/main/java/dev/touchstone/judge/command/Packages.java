package dev.touchstone.judge.command;

import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageImport;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens the packages of a command line: folders or archives, in the problem package format or
 * Polygon's. Close it after use.
 */
final class Packages implements AutoCloseable {
  private final Path work;
  private final LimitSettings settings;

  Packages() throws IOException {
    work = Folders.temporary();
    settings = LimitSettings.from(Environment.system()::integer);
  }

  /**
   * A package that was opened.
   *
   * @param source as it was named on the command line
   */
  record Opened(Path source, ProblemPackage problem) {
    /** What its author should know, with places that start at the source. */
    List<Fault> warnings() {
      return problem.warnings().stream().map(warning -> within(source, warning)).toList();
    }

    /** Whether the package is the source itself, so that what is written there stays. */
    boolean inPlace() {
      return problem.root().equals(source);
    }
  }

  /**
   * Opens all packages.
   *
   * @throws PackageException that names the faults of all
   */
  List<Opened> open(List<Path> sources) throws PackageException, IOException {
    List<Opened> problems = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Path source = sources.get(i);
      try {
        Path own = Files.createDirectory(work.resolve(Integer.toString(i)));
        PackageImport.Prepared prepared = PackageImport.prepare(source, own);
        ProblemPackage problem = PackageReader.open(prepared.folder(), settings);
        problems.add(new Opened(source, problem.warnedBefore(prepared.warnings())));
      } catch (PackageException e) {
        e.faults().forEach(fault -> faults.add(within(source, fault)));
      }
    }
    if (!faults.isEmpty()) {
      throw new PackageException(faults);
    }
    return problems;
  }

  private static Fault within(Path source, Fault fault) {
    boolean whole =
        fault.file().isEmpty() || fault.file().equals(String.valueOf(source.getFileName()));
    String file = whole ? source.toString() : source + "/" + fault.file();
    return new Fault(file, fault.line(), fault.message(), fault.warning());
  }

  @Override
  public void close() {
    Folders.delete(work);
  }
}
