package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.ArchiveProblem;
import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.problempackage.archive.ArchiveException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.archive.PackagePaths;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates, shows and changes drafts. Each is its owner's and the administrators'; one of an
 * exercise is the owner's as long as that is an editor of the exercise. Administrators also get the
 * drafts of deleted accounts. Thread-safe.
 */
public final class DraftService {
  /** More than anyone works on, and all of them fit into the list. */
  private static final int MOST_OF_AUTHOR = 200;

  private final DraftStore drafts;
  private final DraftFiles files;
  private final ExerciseAccess access;
  private final RevisionStore revisions;
  private final ArchiveLimits limits;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param limits of all files of a draft together
   */
  public DraftService(
      DraftStore drafts,
      DraftFiles files,
      ExerciseAccess access,
      RevisionStore revisions,
      ArchiveLimits limits,
      Clock clock) {
    this.drafts = drafts;
    this.files = files;
    this.access = access;
    this.revisions = revisions;
    this.limits = limits;
    this.clock = clock;
  }

  /** The drafts that an author works on. */
  record Listing(List<Draft> items) {}

  Listing list(Principal by) {
    List<Long> owners =
        by.role().atLeast(Role.ADMIN)
            ? List.of(by.userId(), DraftStore.NOBODY)
            : List.of(by.userId());
    return new Listing(drafts.ofOwners(owners, MOST_OF_AUTHOR));
  }

  /** Creates an empty draft, or one with the files of an exercise. */
  DraftView create(Principal by, NewDraft request) throws IOException {
    if (request.exerciseId() == null) {
      return empty(by, Objects.requireNonNullElse(request.titles(), Map.of()));
    }
    boolean copy = Boolean.TRUE.equals(request.copy());
    ExerciseHead exercise =
        access.require(by, Long.toString(request.exerciseId()), MemberRole.EDITOR);
    List<RevisionFile> all =
        revisions
            .files(exercise.id(), exercise.revision())
            .orElseThrow(PublishingService::notFound);
    Draft draft =
        insert(
            by,
            copy ? null : exercise.id(),
            copy ? null : exercise.revision(),
            exercise.slug(),
            all);
    // Two exercises can't have one name.
    return copy ? change(draft, OptionalInt.empty(), DraftSettings.ofSlug(""), all) : view(draft);
  }

  private DraftView empty(Principal by, Map<String, @Nullable String> titles) throws IOException {
    RevisionFile problem =
        files.store(
            SettingsFiles.PROBLEM,
            "problem_format_version: \"2025-09\"\nuuid: \"%s\"\n".formatted(UUID.randomUUID()));
    DraftSettings change = DraftSettings.ofTitles(titles);
    SettingsCheck.check(change, dev.touchstone.problempackage.FormatVersion.V2025_09);
    Draft draft = insert(by, null, null, "", List.of(problem));
    return change(draft, OptionalInt.empty(), change, List.of(problem));
  }

  /**
   * Creates a draft of a package whose files are stored already.
   *
   * @param exercise what it revises, null for nothing
   */
  Draft create(Principal by, List<RevisionFile> all, @Nullable ExerciseHead exercise)
      throws IOException {
    if (exercise == null) {
      return create(by, all).draft();
    }
    requireFit(all);
    return insert(by, exercise.id(), exercise.revision(), exercise.slug(), all);
  }

  /** Creates a draft of files that are stored already. */
  DraftView create(Principal by, List<RevisionFile> all) throws IOException {
    requireFit(all);
    Draft draft = insert(by, null, null, "", all);
    return change(draft, OptionalInt.empty(), DraftSettings.none(), all);
  }

  private Draft insert(
      Principal by,
      @Nullable Long exerciseId,
      @Nullable Integer revision,
      String title,
      List<RevisionFile> all) {
    if (drafts.countOfOwner(by.userId()) >= MOST_OF_AUTHOR) {
      throw ProblemException.conflict(
          "too_many_exercise_drafts",
          "You have " + MOST_OF_AUTHOR + " drafts already. Publish or delete some of them.");
    }
    return drafts.insert(by.userId(), exerciseId, revision, title, all, clock.instant());
  }

  /**
   * Finds a draft that the caller may see.
   *
   * @throws ProblemException 404 {@code draft_not_found}; 403 {@code not_a_member} if the caller
   *     may no longer edit its exercise
   */
  Draft find(Principal by, long id) {
    Draft draft = owned(by, id);
    if (draft.exerciseId() != null) {
      access.require(by, Long.toString(draft.exerciseId()), MemberRole.EDITOR);
    }
    return draft;
  }

  private Draft owned(Principal by, long id) {
    return drafts
        .find(id)
        .filter(draft -> draft.ownerId() == by.userId() || by.role().atLeast(Role.ADMIN))
        .orElseThrow(DraftService::notFound);
  }

  DraftView view(Principal by, long id) throws IOException {
    return view(find(by, id));
  }

  private DraftView view(Draft draft) throws IOException {
    List<RevisionFile> all = drafts.files(draft.id());
    return DraftView.of(draft, SettingsReader.read(new DraftTexts(files, all)), all);
  }

  /** The files of a draft in the order of their paths. */
  List<RevisionFile> files(Draft draft) {
    return drafts.files(draft.id());
  }

  /**
   * The files of the version that was read, and of no later one.
   *
   * @throws ProblemException 412 {@code precondition_failed} if the draft has changed since
   */
  List<RevisionFile> filesOfVersion(Draft draft) {
    return drafts
        .files(draft.id(), draft.version())
        .orElseThrow(ProblemException::preconditionFailed);
  }

  /**
   * Changes parts of a draft.
   *
   * @param expected the version that the caller has seen, empty for any
   */
  DraftView change(Principal by, long id, OptionalInt expected, DraftSettings change)
      throws IOException {
    Draft draft = find(by, id);
    if (expected.isPresent() && expected.getAsInt() != draft.version()) {
      throw ProblemException.preconditionFailed();
    }
    return change(draft, OptionalInt.of(draft.version()), change, drafts.files(id));
  }

  private DraftView change(
      Draft draft, OptionalInt expected, DraftSettings change, List<RevisionFile> all)
      throws IOException {
    DraftTexts texts = new DraftTexts(files, all);
    SettingsCheck.check(change, SettingsFiles.version(texts));
    SettingsWriter.write(texts, change);
    DraftStore.Change stored = texts.stored(title(texts));
    return view(apply(draft.id(), expected, stored));
  }

  private static String title(DraftTexts texts) throws IOException {
    Map<String, @Nullable String> titles =
        Objects.requireNonNullElse(SettingsReader.read(texts).titles(), Map.of());
    return titles.values().stream().filter(Objects::nonNull).findFirst().orElse("");
  }

  void delete(Principal by, long id) {
    if (!drafts.delete(owned(by, id).id(), OptionalInt.empty())) {
      throw notFound();
    }
  }

  /** One file of a draft. */
  RevisionFile file(Principal by, long id, String path) {
    return drafts
        .file(find(by, id).id(), storable(path))
        .orElseThrow(
            () -> ProblemException.notFound("draft_file_not_found", "The draft has no such file."));
  }

  InputStream open(RevisionFile file) throws IOException {
    return files
        .open(file)
        .orElseThrow(() -> new IOException("The object " + file.sha256() + " no longer exists."));
  }

  /** Adds or replaces a file. */
  Draft write(Principal by, long id, OptionalInt expected, String path, InputStream body)
      throws IOException {
    Draft draft = find(by, id);
    requireSafe(Set.of(path));
    return apply(
        draft.id(),
        expected,
        new DraftStore.Change(List.of(files.store(path, body)), Set.of(), null));
  }

  /** Removes a file. */
  Draft remove(Principal by, long id, OptionalInt expected, String path) {
    return apply(
        id, expected, new DraftStore.Change(List.of(), Set.of(file(by, id, path).path()), null));
  }

  /** Adds or replaces a test. */
  Draft write(Principal by, long id, OptionalInt expected, String name, WrittenTest test)
      throws IOException {
    Draft draft = find(by, id);
    if (!WrittenTest.isName(name)) {
      throw ProblemException.invalidRequest(
          List.of(
              new FieldError(
                  "name", "Use a name such as sample/1 or secret/group1/03.", "invalid_key")));
    }
    List<RevisionFile> stored =
        List.of(
            files.store(WrittenTest.input(name), test.input()),
            files.store(WrittenTest.answer(name), test.answer()));
    return apply(draft.id(), expected, new DraftStore.Change(stored, Set.of(), null));
  }

  /** Removes a test with all that belongs to it. */
  Draft removeTest(Principal by, long id, OptionalInt expected, String name) {
    file(by, id, WrittenTest.input(name));
    return apply(
        id, expected, new DraftStore.Change(List.of(), Set.copyOf(WrittenTest.files(name)), null));
  }

  private Draft apply(long id, OptionalInt expected, DraftStore.Change change) {
    return drafts
        .change(id, expected, change, this::requireFit, clock.instant())
        .orElseThrow(DraftService::notFound);
  }

  private void requireFit(List<RevisionFile> all) {
    if (all.size() > limits.files()) {
      throw ProblemException.tooLarge(
          "archive_too_many_files", "A package has at most " + limits.files() + " files.");
    }
    if (all.stream().mapToLong(RevisionFile::size).sum() > limits.unpacked()) {
      throw ProblemException.tooLarge(
          "archive_too_large",
          "The files of a package have at most " + (limits.unpacked() >> 20) + " MiB.");
    }
    Map<String, RevisionFile> paths = new LinkedHashMap<>();
    all.forEach(file -> paths.put(file.path(), file));
    requireSafe(paths.keySet());
  }

  private static void requireSafe(Set<String> paths) {
    try {
      PackagePaths.check(paths);
    } catch (ArchiveException e) {
      throw ArchiveProblem.of(e);
    }
  }

  /** PostgreSQL does not accept NUL. */
  private static String storable(String path) {
    return path.indexOf('\0') < 0 ? path : "";
  }

  static ProblemException notFound() {
    return ProblemException.notFound("draft_not_found", "This draft does not exist.");
  }
}
