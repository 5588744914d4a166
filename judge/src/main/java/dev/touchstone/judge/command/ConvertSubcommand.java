package dev.touchstone.judge.command;

import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageImport;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code convert PACKAGE OUT}: writes a package of another system in the problem package format.
 */
@Command(
    name = "convert",
    description = {
      "Writes a package of another system in the problem package format, and lists what of it is",
      "not used. Exit status 2 on bad arguments or a bad package."
    },
    mixinStandardHelpOptions = true)
final class ConvertSubcommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PACKAGE",
      description = "The package: a folder or ZIP archive, of Polygon or the DMOJ judge.")
  private Path source;

  @Parameters(index = "1", paramLabel = "OUT", description = "The folder to write; new or empty.")
  private Path target;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(target) && !isEmptyFolder(target)) {
      throw new ConfigurationException(target + " is not an empty folder.");
    }
    Path work = Folders.temporary();
    try {
      convert(work, System.out);
    } finally {
      Folders.delete(work);
    }
    return 0;
  }

  private void convert(Path work, PrintStream out) throws PackageException, IOException {
    PackageImport.Prepared prepared = PackageImport.prepare(source, work);
    copy(prepared.folder(), target);
    prepared.warnings().forEach(out::println);
    ProblemPackage problem = PackageReader.open(target);
    problem.warnings().forEach(out::println);
    out.printf(
        "%s: %d tests, %d submissions, statements: %s%s%n",
        target,
        problem.cases().size(),
        problem.submissions().size(),
        String.join(", ", problem.statements().keySet().stream().sorted().toList()),
        prepared.conversion().isEmpty()
            ? " (copied: it already is in the problem package format)"
            : " (from " + prepared.conversion() + ")");
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files = tree.toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
