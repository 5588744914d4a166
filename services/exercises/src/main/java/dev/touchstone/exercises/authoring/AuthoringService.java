package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.archive.Upload;
import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.PackageReading;
import dev.touchstone.exercises.exercise.PackageTree;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.reading.PackageImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Imports, revises, shows and hides exercises. Thread-safe. */
public final class AuthoringService {
  private final ExerciseAccess access;
  private final PublishingService publishing;
  private final ArchiveLimits limits;
  private final PackageReading reading;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param temporary where uploads are unpacked
   */
  public AuthoringService(
      ExerciseAccess access,
      PublishingService publishing,
      ArchiveLimits limits,
      PackageReading reading,
      Path temporary) {
    this.access = access;
    this.publishing = publishing;
    this.limits = limits;
    this.reading = reading;
    this.temporary = temporary;
  }

  /** The largest archive taken, in bytes. */
  long largestArchive() {
    return limits.packed();
  }

  /**
   * Creates an exercise.
   *
   * @param name its slug, unless the package or its folder in the archive has one
   * @throws ProblemException as the contract says
   */
  PublishedView create(Principal by, InputStream archive, String name) throws IOException {
    try (Upload upload = Upload.receive(archive, limits, reading, temporary)) {
      String fallback = upload.name().isEmpty() ? name : upload.name();
      PackageImport.Prepared prepared = converted(upload);
      PackageTree tree = reading.read(() -> PackageTree.of(prepared.folder()));
      return PublishedView.of(
          publishing.create(tree, fallback, by.userId()).after(prepared.warnings()));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }

  /** Adds a revision to an exercise; if the package has no slug, the exercise keeps its own. */
  PublishedView revise(Principal by, String idOrSlug, OptionalInt expected, InputStream archive)
      throws IOException {
    ExerciseHead before = access.require(by, idOrSlug, MemberRole.EDITOR);
    if (expected.isPresent() && expected.getAsInt() != before.revision()) {
      throw ProblemException.preconditionFailed();
    }
    try (Upload upload = Upload.receive(archive, limits, reading, temporary)) {
      PackageImport.Prepared prepared = converted(upload);
      PackageTree tree = reading.read(() -> PackageTree.of(prepared.folder()));
      return PublishedView.of(
          publishing
              .revise(before.id(), expected, tree, before.slug(), by.userId())
              .after(prepared.warnings()));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }

  /** Packages of other systems become ones in our format. */
  private PackageImport.Prepared converted(Upload upload) throws PackageException, IOException {
    String name = upload.name().isEmpty() ? "problem" : upload.name();
    Path target = upload.temporary().path().resolve("converted").resolve(name);
    return reading.read(() -> PackageImport.convert(upload.root(), target, limits));
  }

  PublishedView setActive(Principal by, String idOrSlug, boolean isActive) {
    return PublishedView.of(
        publishing
            .setActive(by, access.require(by, idOrSlug, MemberRole.EDITOR).id(), isActive)
            .orElseThrow(PublishingService::notFound));
  }
}
