package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.archive.ArchiveReader;
import dev.touchstone.problempackage.conversion.dmoj.DmojPackage;
import dev.touchstone.problempackage.conversion.polygon.PolygonPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prepares a package in any form for reading: a folder or a ZIP archive, in the problem package
 * format, as Polygon exports it, or as the judge of DMOJ has it.
 */
public final class PackageImport {
  /** An author's own archives on the command line; those of an upload have other limits. */
  private static final ArchiveLimits LIMITS = new ArchiveLimits(2L << 30, 2L << 30, 20_000);

  private PackageImport() {}

  /**
   * A package in the problem package format.
   *
   * @param folder where it is
   * @param conversion what it was converted from, such as {@code Polygon}; empty if it was not
   * @param warnings what the conversion does not use
   */
  public record Prepared(Path folder, String conversion, List<Fault> warnings) {
    public Prepared {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Unpacks and converts a package as needed.
   *
   * @param source a folder or an archive
   * @param work an empty folder that may be written; it must live as long as the package
   * @return the package: in {@code source} itself if nothing has to be changed, otherwise in a
   *     folder below {@code work} that has the name of the source
   * @throws PackageException if the archive or the Polygon package is broken
   */
  public static Prepared prepare(Path source, Path work) throws PackageException, IOException {
    String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
    Path folder = source;
    if (Files.isRegularFile(source)) {
      name = name.replaceFirst("\\.(zip|kpp)$", "");
      Path unpacked = Files.createDirectories(work.resolve("unpacked").resolve(name));
      folder = new ArchiveReader(LIMITS).unpack(source, unpacked).root();
    } else if (!Files.isDirectory(source)) {
      throw new PackageException(List.of(new Fault("", "there is no file or folder " + source)));
    }
    return convert(folder, work.resolve("converted").resolve(name), LIMITS);
  }

  /**
   * Converts the package in a folder if it is in the format of another system.
   *
   * @param target where to, a folder that need not exist; another one beside it is written, too
   * @param limits those of an archive within the package, and of the new package
   * @throws PackageException with all faults of such a package
   */
  public static Prepared convert(Path folder, Path target, ArchiveLimits limits)
      throws PackageException, IOException {
    if (PolygonPackage.isOne(folder)) {
      Files.createDirectories(target);
      return new Prepared(target, "Polygon", PolygonPackage.convert(folder, target, limits));
    }
    if (DmojPackage.isOne(folder)) {
      Files.createDirectories(target);
      Path archive = target.resolveSibling(target.getFileName() + ".tests");
      return new Prepared(target, "DMOJ", DmojPackage.convert(folder, target, archive, limits));
    }
    return new Prepared(folder, "", List.of());
  }
}
