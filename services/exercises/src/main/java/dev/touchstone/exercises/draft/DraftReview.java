package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.ArchiveWriter;
import dev.touchstone.exercises.archive.TemporaryFolder;
import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.exercises.catalogue.CatalogueService;
import dev.touchstone.exercises.exercise.ExerciseContent;
import dev.touchstone.exercises.exercise.PackageReading;
import dev.touchstone.exercises.exercise.PackageTree;
import dev.touchstone.exercises.exercise.Publication;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.TimeLimitRule;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whole drafts: checked, previewed, published and packed; and made of uploaded packages.
 * Thread-safe.
 */
public final class DraftReview {
  private final DraftService drafts;
  private final DraftFiles files;
  private final DraftJudging judging;
  private final PublishingService publishing;
  private final CatalogueService catalogue;
  private final ObjectStore objects;
  private final PackageIntake intake;
  private final PackageReading reading;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param temporary where drafts are laid out
   */
  public DraftReview(
      DraftService drafts,
      DraftFiles files,
      DraftJudging judging,
      PublishingService publishing,
      CatalogueService catalogue,
      ObjectStore objects,
      PackageIntake intake,
      PackageReading reading,
      Path temporary) {
    this.drafts = drafts;
    this.files = files;
    this.judging = judging;
    this.publishing = publishing;
    this.catalogue = catalogue;
    this.objects = objects;
    this.intake = intake;
    this.reading = reading;
    this.temporary = temporary;
  }

  /**
   * What a reader finds in a draft.
   *
   * @param version of the draft that was read
   * @param publishable whether it has no fault
   */
  record Findings(int version, boolean publishable, List<FieldError> findings) {}

  /** A package as an archive; close it to delete the file. */
  record Archive(TemporaryFolder folder, Path file) implements AutoCloseable {
    @Override
    public void close() {
      folder.close();
    }
  }

  /** What is done with a draft that lies in a folder. */
  private interface Use<T> {
    T of(PackageTree tree) throws PackageException, IOException;
  }

  /** The largest archive taken, in bytes. */
  long largestArchive() {
    return intake.largestArchive();
  }

  /** Makes a draft of an uploaded package, which need not be without faults. */
  DraftView upload(Principal by, InputStream archive) throws IOException {
    return intake.take(
        archive,
        taken -> {
          publishing.store(taken.tree());
          return drafts.create(by, taken.tree().files());
        });
  }

  /** Reads a draft as publishing would. */
  Findings check(Principal by, long id) throws IOException {
    Draft draft = drafts.find(by, id);
    List<Fault> found = new ArrayList<>();
    try {
      laidOut(drafts.files(draft), tree -> publishing.read(tree, name(draft), found));
    } catch (PackageException e) {
      found.clear(); // the exception has all of them
      found.addAll(e.faults());
    }
    return new Findings(
        draft.version(),
        found.stream().allMatch(Fault::warning),
        PublishedView.errors(ofDrafts(found)));
  }

  /**
   * Without what does not hold for drafts, whose time limit is computed when they are published.
   */
  static List<Fault> ofDrafts(List<Fault> found) {
    return found.stream().filter(fault -> !fault.equals(TimeLimitRule.NOT_GIVEN)).toList();
  }

  /** A draft as a learner would see it, as JSON. */
  String preview(Principal by, long id, String locale) throws IOException {
    Draft draft = drafts.find(by, id);
    try {
      ExerciseContent content =
          laidOut(
              drafts.files(draft), tree -> publishing.read(tree, name(draft), new ArrayList<>()));
      long exercise = draft.exerciseId() == null ? 0 : draft.exerciseId();
      int revision = draft.baseRevision() == null ? 1 : draft.baseRevision() + 1;
      return catalogue.preview(
          content.shown(exercise, revision, draft.createdAt(), draft.updatedAt()), locale);
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }

  /**
   * Lets a judge verify a draft that has no faults.
   *
   * @throws dev.touchstone.platform.http.ProblemException 422 {@code package_invalid}, 409 {@code
   *     no_judge}
   */
  DraftJudging.Started judge(Principal by, long id) throws IOException {
    Draft draft = drafts.find(by, id);
    try {
      laidOut(drafts.files(draft), tree -> publishing.read(tree, name(draft), new ArrayList<>()));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
    return judging.start(by, draft);
  }

  /**
   * Publishes a draft, which then no longer exists.
   *
   * @param expected the version that the author has seen, empty for any
   * @param judged whether a check of the draft must have passed; only administrators may do without
   */
  PublishedView publish(Principal by, long id, OptionalInt expected, boolean judged)
      throws IOException {
    if (!judged && !by.role().atLeast(Role.ADMIN)) {
      throw dev.touchstone.platform.http.ProblemException.forbidden();
    }
    Draft draft = drafts.find(by, id);
    if (expected.isPresent() && expected.getAsInt() != draft.version()) {
      throw dev.touchstone.platform.http.ProblemException.preconditionFailed();
    }
    Optional<DraftJudging.Passed> check =
        judged ? Optional.of(judging.require(draft)) : Optional.empty();
    try {
      return PublishedView.of(
          publish(draft, name(draft), by.userId(), check, PublishingService.NOTHING));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }

  /**
   * Publishes a version of a draft and deletes the draft.
   *
   * @param name the slug if the package has none
   * @param check empty if no judge has checked the draft
   * @param alongside also in the transaction
   * @throws dev.touchstone.platform.http.ProblemException 412 {@code precondition_failed} if the
   *     draft has changed or is gone
   */
  Publication publish(
      Draft draft,
      String name,
      long authorId,
      Optional<DraftJudging.Passed> check,
      PublishingService.Alongside alongside)
      throws PackageException, IOException {
    PublishingService.Alongside all =
        (handle, exercise) -> {
          DraftStore.deletePublished(handle, draft);
          alongside.store(handle, exercise);
        };
    boolean judged = check.isPresent();
    // Only what was checked: the author may have written other files since.
    return laidOut(
        drafts.filesOfVersion(draft),
        check.flatMap(DraftJudging.Passed::timeLimitMs),
        tree ->
            draft.exerciseId() == null
                ? publishing.create(tree, name, authorId, judged, all)
                : publishing.revise(
                    draft.exerciseId(), base(draft), tree, name, authorId, judged, all));
  }

  private static OptionalInt base(Draft draft) {
    return draft.baseRevision() == null
        ? OptionalInt.empty()
        : OptionalInt.of(draft.baseRevision());
  }

  /** Packs a draft. */
  Archive archive(Principal by, long id) throws IOException {
    Draft draft = drafts.find(by, id);
    TemporaryFolder folder = TemporaryFolder.in(temporary);
    try {
      Path file = folder.path().resolve("package.zip");
      ArchiveWriter.write(file, "draft-" + id, drafts.files(draft), objects, draft.updatedAt());
      return new Archive(folder, file);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private <T> T laidOut(List<RevisionFile> all, Use<T> use) throws PackageException, IOException {
    return laidOut(all, Optional.empty(), use);
  }

  /**
   * Lays files of a draft out.
   *
   * @param timeLimitMs a computed time limit that becomes part of the package
   */
  private <T> T laidOut(List<RevisionFile> all, Optional<Long> timeLimitMs, Use<T> use)
      throws PackageException, IOException {
    try (TemporaryFolder folder = TemporaryFolder.in(temporary)) {
      Path root = folder.path().resolve("files");
      files.layOut(all, root);
      if (timeLimitMs.isPresent()) {
        String seconds =
            BigDecimal.valueOf(timeLimitMs.get(), 3).stripTrailingZeros().toPlainString();
        Files.writeString(root.resolve(PackageReader.TIME_LIMIT_FILE), seconds + "\n");
      }
      return use.of(reading.read(() -> PackageTree.of(root)));
    }
  }

  /** What the slug is made of if the package has none. */
  private static String name(Draft draft) {
    return draft.title().isBlank() ? "draft-" + draft.id() : draft.title();
  }
}
