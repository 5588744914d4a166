package dev.touchstone.exercises.exercise;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates revisions from folders: checks the package, stores its files as objects, and then the
 * rows in one transaction. Thread-safe.
 */
public final class PublishingService {
  private static final Logger log = LoggerFactory.getLogger(PublishingService.class);
  private static final int PARALLEL_PUTS = 8;

  private final Jdbi jdbi;
  private final ObjectStore objects;
  private final LimitSettings limits;
  private final PackageReading reading;
  private final Runnable changed;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param limits what packages that set no limits get
   * @param changed called after every change
   */
  public PublishingService(
      Jdbi jdbi,
      ObjectStore objects,
      LimitSettings limits,
      PackageReading reading,
      Runnable changed,
      Clock clock) {
    this.jdbi = jdbi;
    this.objects = objects;
    this.limits = limits;
    this.reading = reading;
    this.changed = changed;
    this.clock = clock;
  }

  /** What else is stored in the transaction that publishes. */
  public interface Alongside {
    /** Stores it; an exception prevents the publication. */
    void store(Handle handle, ExerciseHead published);
  }

  /** Stores nothing else. */
  public static final Alongside NOTHING = (_, _) -> {};

  /**
   * Creates an exercise.
   *
   * @param name its slug, unless the package names one
   * @param authorId who does so and becomes the owner, null for a starter package
   * @throws PackageException with all faults of the package
   * @throws ProblemException 409 {@code slug_taken}
   */
  public Publication create(PackageTree tree, String name, @Nullable Long authorId)
      throws PackageException, IOException {
    return create(tree, name, authorId, false, NOTHING);
  }

  /**
   * Creates an exercise.
   *
   * @param judged whether its solutions are known to get their verdicts
   * @param alongside also in the transaction
   * @see #create(PackageTree, String, Long)
   */
  public Publication create(
      PackageTree tree, String name, @Nullable Long authorId, boolean judged, Alongside alongside)
      throws PackageException, IOException {
    NewRevision revision = prepare(tree, name, authorId, judged);
    ExerciseHead published =
        jdbi.inTransaction(handle -> {
          ExerciseHead exercise = ExerciseStore.insert(handle, revision);
          RevisionStore.insert(handle, exercise.id(), exercise.revision(), revision);
          if (authorId != null) {
            MemberStore.put(
                handle, exercise.id(), authorId, MemberRole.OWNER, authorId, revision.createdAt());
          }
          TopicWords.ofExercise(handle, exercise.id());
          audit(handle, exercise, revision);
          alongside.store(handle, exercise);
          return exercise;
        });
    report(published, revision);
    return new Publication(published, revision.warnings());
  }

  /**
   * Adds a revision to an exercise, unless its package is unchanged.
   *
   * @param expected the revision that it must have now, empty for any
   * @throws PackageException with all faults of the package
   * @throws ProblemException 404 {@code exercise_not_found}, 409 {@code slug_taken}, 412 {@code
   *     precondition_failed}
   */
  public Publication revise(
      long id, OptionalInt expected, PackageTree tree, String name, @Nullable Long authorId)
      throws PackageException, IOException {
    return revise(id, expected, tree, name, authorId, false, NOTHING);
  }

  /**
   * Adds a revision.
   *
   * @param judged whether its solutions are known to get their verdicts
   * @param alongside also in the transaction
   * @see #revise(long, OptionalInt, PackageTree, String, Long)
   */
  public Publication revise(
      long id,
      OptionalInt expected,
      PackageTree tree,
      String name,
      @Nullable Long authorId,
      boolean judged,
      Alongside alongside)
      throws PackageException, IOException {
    NewRevision revision = prepare(tree, name, authorId, judged);
    ExerciseHead published =
        jdbi.inTransaction(handle -> {
          ExerciseHead current =
              ExerciseStore.lock(handle, id).orElseThrow(PublishingService::notFound);
          if (expected.isPresent() && expected.getAsInt() != current.revision()) {
            throw ProblemException.preconditionFailed();
          }
          if (RevisionStore.digest(handle, id, current.revision()).equals(tree.digest())) {
            alongside.store(handle, current);
            return current;
          }
          int next = current.revision() + 1;
          RevisionStore.insert(handle, id, next, revision);
          ExerciseHead revised = ExerciseStore.update(handle, id, next, revision);
          TopicWords.ofExercise(handle, id);
          audit(handle, revised, revision);
          alongside.store(handle, revised);
          return revised;
        });
    report(published, revision);
    return new Publication(published, revision.warnings());
  }

  /** Whether the current revision of an exercise has exactly these files. */
  public boolean isUnchanged(ExerciseHead exercise, PackageTree tree) {
    return jdbi.withHandle(handle ->
        RevisionStore.digest(handle, exercise.id(), exercise.revision()).equals(tree.digest()));
  }

  /**
   * Requires that no other exercise has a slug.
   *
   * @param exerciseId the exercise that may have it, 0 for none
   * @throws ProblemException 409 {@code slug_taken}
   */
  public void requireFree(String slug, long exerciseId) {
    jdbi.useHandle(handle -> ExerciseStore.requireFree(handle, slug, exerciseId));
  }

  /** Shows an exercise to learners, or hides it from them; empty if there is none. */
  public Optional<ExerciseHead> setActive(Principal by, long id, boolean isActive) {
    Instant now = clock.instant();
    Optional<ExerciseHead> exercise =
        jdbi.inTransaction(handle -> {
          String kind = isActive ? "exercise.shown" : "exercise.hidden";
          AuditOutbox.add(handle, TeachingEvent.ofExercise(kind, by.userId(), id, Map.of()), now);
          return ExerciseStore.setActive(handle, id, isActive, now);
        });
    changed.run();
    return exercise;
  }

  /** Starter packages have no author, and are published at each start. */
  private static void audit(Handle handle, ExerciseHead exercise, NewRevision revision) {
    if (revision.authorId() != null) {
      Map<String, String> details =
          Map.of(
              "slug", revision.content().slug(), "revision", Integer.toString(exercise.revision()));
      AuditOutbox.add(
          handle,
          TeachingEvent.ofExercise(
              "exercise.published", revision.authorId(), exercise.id(), details),
          revision.createdAt());
    }
  }

  /** For an exercise that does not exist or that the caller may not see. */
  public static ProblemException notFound() {
    return ProblemException.notFound("exercise_not_found", "This exercise does not exist.");
  }

  /**
   * Reads a package as publishing does, and stores nothing.
   *
   * @param name its slug, unless the package names one
   * @param found takes the warnings
   * @throws PackageException with all faults and warnings
   */
  public ExerciseContent read(PackageTree tree, String name, List<Fault> found)
      throws PackageException, IOException {
    ExerciseContent content =
        reading.read(() -> {
          ProblemPackage problem = PackageReader.open(tree.root(), name, limits);
          found.addAll(problem.warnings());
          return ContentReader.read(problem, tree, found);
        });
    if (!found.stream().allMatch(Fault::warning)) {
      throw new PackageException(found);
    }
    return content;
  }

  private NewRevision prepare(
      PackageTree tree, String name, @Nullable Long authorId, boolean judged)
      throws PackageException, IOException {
    List<Fault> found = new ArrayList<>();
    ExerciseContent content = read(tree, name, found);
    store(tree);
    return new NewRevision(content, tree, authorId, judged, clock.instant(), found);
  }

  /** Stores the files; several at once, since each waits for a disk or for another machine. */
  public void store(PackageTree tree) throws IOException {
    List<Callable<Void>> puts = new ArrayList<>();
    for (RevisionFile file : tree.files()) {
      puts.add(() -> {
        objects.put(file.sha256(), tree.root().resolve(file.path()));
        return null;
      });
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(PARALLEL_PUTS, Thread.ofVirtual().factory())) {
      for (Future<Void> put : pool.invokeAll(puts)) {
        put.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The files were not stored because the service is stopping.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException away) { // the store can't be reached
        throw away;
      }
      throw new IOException("The files can't be stored.", e.getCause());
    }
  }

  private void report(ExerciseHead published, NewRevision revision) {
    changed.run();
    log.info(
        "Exercise {} ({}) is at revision {}",
        published.id(),
        revision.content().slug(),
        published.revision());
  }
}
