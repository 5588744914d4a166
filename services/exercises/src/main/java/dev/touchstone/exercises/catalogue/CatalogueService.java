package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.Exercise;
import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.StoredCase;
import dev.touchstone.exercises.exercise.StoredText;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platformdata.cache.TextCache;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The public part of exercises, as JSON texts that are cached for learners; authors, who may have
 * just changed something, always read the stored state. Thread-safe.
 */
public final class CatalogueService {
  private final CatalogueStore catalogue;
  private final ExerciseStore exercises;
  private final PlatformLanguages languages;
  private final TextCache cache;

  public CatalogueService(
      CatalogueStore catalogue,
      ExerciseStore exercises,
      PlatformLanguages languages,
      TextCache cache) {
    this.catalogue = catalogue;
    this.exercises = exercises;
    this.languages = languages;
    this.cache = cache;
  }

  /** One page as JSON. Searches are not cached, since hardly any two are the same. */
  String list(ExerciseFilter filter, boolean author) {
    return author || !filter.search().isEmpty()
        ? json(page(filter))
        : cached("list " + filter, () -> json(page(filter)));
  }

  /** Differs after every change. */
  long version() {
    return catalogue.version();
  }

  String facets() {
    return cached("facets", () -> json(catalogue.facets()));
  }

  /**
   * One exercise as JSON.
   *
   * @param author whether the caller may see it even if it is not active
   * @throws dev.touchstone.platform.http.ProblemException 404 {@code exercise_not_found}
   */
  String find(String idOrSlug, LocaleTag locale, boolean author) {
    return author
        ? json(view(idOrSlug, locale, true))
        : cached("one " + idOrSlug + " " + locale.tag(), () -> json(view(idOrSlug, locale, false)));
  }

  /**
   * An exercise that is not published, as learners would see it, as JSON.
   *
   * @param locale the language asked for; one that is none counts as English
   */
  public String preview(Exercise exercise, String locale) {
    return json(view(exercise, LocaleTag.of(locale).orElse(LocaleTag.ENGLISH)));
  }

  private String cached(String key, Supplier<String> load) {
    return cache
        .find(key)
        .orElseGet(() -> {
          String text = load.get();
          cache.put(key, text);
          return text;
        });
  }

  private Page<ExerciseSummary> page(ExerciseFilter filter) {
    List<CatalogueStore.Row> found = catalogue.list(filter, filter.limit() + 1);
    boolean more = found.size() > filter.limit();
    List<CatalogueStore.Row> shown = more ? found.subList(0, filter.limit()) : found;
    return new Page<>(
        shown.stream().map(row -> offered(row.summary())).toList(),
        more ? shown.getLast().place() : null);
  }

  private ExerciseSummary offered(ExerciseSummary summary) {
    return new ExerciseSummary(
        summary.id(),
        summary.slug(),
        summary.title(),
        summary.category(),
        summary.difficultyLevel(),
        summary.tags(),
        summary.points(),
        languages.allowed(summary.languages()),
        summary.locales(),
        summary.revision(),
        summary.isActive(),
        summary.updatedAt());
  }

  private ExerciseView view(String idOrSlug, LocaleTag asked, boolean author) {
    Exercise exercise =
        exercises
            .findPublic(ExerciseKey.of(idOrSlug))
            .filter(found -> author || found.isActive())
            .orElseThrow(PublishingService::notFound);
    return view(exercise, asked);
  }

  private ExerciseView view(Exercise exercise, LocaleTag asked) {
    String titleLocale = locale(exercise, asked, false);
    String locale = locale(exercise, asked, true);
    return new ExerciseView(
        exercise.id(),
        exercise.slug(),
        exercise.translation(titleLocale).title(),
        exercise.category(),
        exercise.difficultyLevel(),
        exercise.tags(),
        exercise.points(),
        languages.allowed(exercise.languages()),
        locales(exercise),
        exercise.revision(),
        exercise.isActive(),
        exercise.createdAt(),
        exercise.updatedAt(),
        locale,
        exercise.translation(locale).description(),
        samples(exercise),
        exercise.limits(),
        exercise.starterCode());
  }

  /** The language to show: the requested one, or a close one, or the main one. */
  private static String locale(Exercise exercise, LocaleTag asked, boolean statement) {
    if (asked.tag().equals(exercise.locale())) {
      return exercise.locale();
    }
    return Stream.of(asked.tag(), asked.language())
        .filter(exercise.translations()::containsKey)
        .filter(locale -> !statement || !exercise.translation(locale).description().isEmpty())
        .findFirst()
        .orElse(exercise.locale());
  }

  private static List<String> locales(Exercise exercise) {
    Stream<String> others =
        exercise.translations().entrySet().stream()
            .filter(entry -> !entry.getValue().description().isEmpty())
            .map(Map.Entry::getKey);
    return Stream.concat(Stream.of(exercise.locale()), others).sorted().toList();
  }

  private static List<ExerciseView.Sample> samples(Exercise exercise) {
    return exercise.samples().stream().map(CatalogueService::sample).toList();
  }

  private static ExerciseView.Sample sample(StoredCase test) {
    return test.interaction() == null
        ? new ExerciseView.Sample(test.name(), text(test.input()), text(test.answer()), null)
        : new ExerciseView.Sample(test.name(), "", "", text(test.interaction()));
  }

  private static String text(StoredText text) {
    return Objects.requireNonNullElse(text.text(), "");
  }

  private static String json(Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }
}
