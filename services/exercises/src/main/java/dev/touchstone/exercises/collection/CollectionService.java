package dev.touchstone.exercises.collection;

import dev.touchstone.exercises.catalogue.CatalogueService;
import dev.touchstone.exercises.catalogue.ExerciseSummary;
import dev.touchstone.exercises.catalogue.LocaleTag;
import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows collections to everybody, and lets owners and administrators change them. What learners
 * have solved of a collection is for the scores service to say. Thread-safe.
 */
public final class CollectionService {
  /** More than anyone writes. */
  private static final int MOST_OF_AUTHOR = 200;

  private final CollectionStore collections;
  private final CatalogueService catalogue;
  private final Clock clock;

  public CollectionService(CollectionStore collections, CatalogueService catalogue, Clock clock) {
    this.collections = collections;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Which part of the list is asked for. */
  record Question(LocaleTag locale, boolean mine, Optional<String> cursor, int limit) {}

  Page<CollectionSummary> list(Question question, Reader reader) {
    long after = question.cursor().map(CollectionService::place).orElse(0L);
    int limit = question.limit() + 1;
    List<StoredCollection> found =
        !question.mine()
            ? collections.active(after, limit)
            : reader.isAdmin()
                ? collections.all(after, limit)
                : collections.ofOwner(reader.userId(), after, limit);
    boolean more = found.size() > question.limit();
    List<StoredCollection> shown = more ? found.subList(0, question.limit()) : found;
    Set<Long> visible =
        catalogue.active(
            shown.stream()
                .flatMap(collection -> collection.exerciseIds().stream())
                .collect(Collectors.toSet()));
    List<String> locales = question.locale().preferred();
    return new Page<>(
        shown.stream().map(collection -> summary(collection, visible, locales)).toList(),
        more ? Cursor.of(Long.toString(shown.getLast().id())) : null);
  }

  private static CollectionSummary summary(
      StoredCollection collection, Set<Long> visible, List<String> locales) {
    return new CollectionSummary(
        collection.id(),
        CollectionText.of(collection.titles(), locales),
        CollectionText.of(collection.descriptions(), locales),
        collection.isActive(),
        collection.exerciseIds().stream().filter(visible::contains).toList(),
        collection.updatedAt());
  }

  private static long place(String cursor) {
    try {
      return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  /**
   * One collection.
   *
   * @throws ProblemException 404 {@code collection_not_found}, also for one that is not active and
   *     not the reader's
   */
  CollectionView find(long id, LocaleTag locale, Reader reader) {
    StoredCollection collection =
        collections
            .find(id)
            .filter(found -> found.isActive() || mayEdit(found, reader))
            .orElseThrow(CollectionService::notFound);
    return view(collection, locale, reader);
  }

  /**
   * Creates a collection, which then is its author's.
   *
   * @throws ProblemException 409 {@code too_many_collections}
   */
  CollectionView create(Principal by, CollectionChange.Checked change, LocaleTag locale) {
    Reader reader = Reader.of(Optional.of(by));
    requireVisible(change.exerciseIds(), locale, reader);
    if (collections.countOfOwner(by.userId()) >= MOST_OF_AUTHOR) {
      throw ProblemException.conflict(
          "too_many_collections",
          "You have " + MOST_OF_AUTHOR + " collections already. Delete some of them.");
    }
    return view(collections.insert(by.userId(), change, clock.instant()), locale, reader);
  }

  /**
   * Replaces a collection.
   *
   * @param expected the version that the author has seen, empty for any
   */
  CollectionView replace(
      Principal by,
      long id,
      OptionalInt expected,
      CollectionChange.Checked change,
      LocaleTag locale) {
    Reader reader = Reader.of(Optional.of(by));
    requireEditable(id, reader);
    requireVisible(change.exerciseIds(), locale, reader);
    return view(
        collections
            .replace(id, expected, change, clock.instant())
            .orElseThrow(CollectionService::notFound),
        locale,
        reader);
  }

  void delete(Principal by, long id) {
    requireEditable(id, Reader.of(Optional.of(by)));
    if (!collections.delete(id)) {
      throw notFound();
    }
  }

  /** Who may not even see a collection learns nothing of it. */
  private void requireEditable(long id, Reader reader) {
    StoredCollection collection = collections.find(id).orElseThrow(CollectionService::notFound);
    if (!mayEdit(collection, reader)) {
      throw collection.isActive() ? ProblemException.forbidden() : notFound();
    }
  }

  private void requireVisible(List<Long> exercises, LocaleTag locale, Reader reader) {
    if (catalogue.summaries(exercises, locale, reader).size() != exercises.size()) {
      throw ProblemException.invalidRequest(
          List.of(
              new FieldError(
                  "exercise_ids", "An exercise does not exist or is not yours.", "unknown")));
    }
  }

  private CollectionView view(StoredCollection collection, LocaleTag locale, Reader reader) {
    List<ExerciseSummary> exercises = catalogue.summaries(collection.exerciseIds(), locale, reader);
    return new CollectionView(
        collection.id(),
        CollectionText.of(collection.titles(), locale.preferred()),
        CollectionText.of(collection.descriptions(), locale.preferred()),
        collection.titles(),
        collection.descriptions(),
        collection.isActive(),
        mayEdit(collection, reader),
        collection.version(),
        collection.createdAt(),
        collection.updatedAt(),
        exercises);
  }

  private static boolean mayEdit(StoredCollection collection, Reader reader) {
    return reader.isAdmin() || (reader.isAuthor() && collection.ownerId() == reader.userId());
  }

  static ProblemException notFound() {
    return ProblemException.notFound("collection_not_found", "This collection does not exist.");
  }
}
