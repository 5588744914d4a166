package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.Upload;
import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.exercises.exercise.PackageReading;
import dev.touchstone.exercises.exercise.PackageTree;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.reading.PackageImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Takes packages that are sent as archives; those of other systems are converted. Thread-safe. */
public final class PackageIntake {
  private final ArchiveLimits limits;
  private final PackageReading reading;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param temporary where archives are unpacked
   */
  public PackageIntake(ArchiveLimits limits, PackageReading reading, Path temporary) {
    this.limits = limits;
    this.reading = reading;
    this.temporary = temporary;
  }

  /**
   * A package that lies in a folder.
   *
   * @param name of its folder in the archive, empty if there was none
   * @param warnings of the conversion
   */
  record Taken(PackageTree tree, String name, List<Fault> warnings) {}

  /** What is done with a package before its folder is deleted. */
  interface Use<T> {
    T of(Taken taken) throws PackageException, IOException;
  }

  /** The largest archive taken, in bytes. */
  long largestArchive() {
    return limits.packed();
  }

  /**
   * Takes a package.
   *
   * @throws dev.touchstone.platform.http.ProblemException if it can't be unpacked or used
   */
  <T> T take(InputStream archive, Use<T> use) throws IOException {
    try (Upload upload = Upload.receive(archive, limits, reading, temporary)) {
      String folder = upload.name().isEmpty() ? "problem" : upload.name();
      Path target = upload.temporary().path().resolve("converted").resolve(folder);
      PackageImport.Prepared prepared =
          reading.read(() -> PackageImport.convert(upload.root(), target, limits));
      PackageTree tree = reading.read(() -> PackageTree.of(prepared.folder()));
      return use.of(new Taken(tree, upload.name(), prepared.warnings()));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }
}
