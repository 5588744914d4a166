package dev.touchstone.exercises.catalogue;

import static java.util.stream.Collectors.toSet;

import dev.touchstone.exercises.exercise.Exercise;
import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.MemberStore;
import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.exercises.exercise.StoredCase;
import dev.touchstone.exercises.exercise.StoredText;
import dev.touchstone.exercises.topic.TopicLabels;
import dev.touchstone.exercises.topic.TopicStore;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platformdata.cache.TextCache;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The public part of exercises, as JSON texts that are cached for learners; authors, who may have
 * just changed something, always read the stored state. Thread-safe.
 */
public final class CatalogueService {
  private final CatalogueStore catalogue;
  private final ExerciseStore exercises;
  private final MemberStore members;
  private final TopicStore topics;
  private final PlatformLanguages languages;
  private final TextCache cache;

  public CatalogueService(
      CatalogueStore catalogue,
      ExerciseStore exercises,
      MemberStore members,
      TopicStore topics,
      PlatformLanguages languages,
      TextCache cache) {
    this.catalogue = catalogue;
    this.exercises = exercises;
    this.members = members;
    this.topics = topics;
    this.languages = languages;
    this.cache = cache;
  }

  /** One page as JSON. Searches are not cached, since hardly any two are the same. */
  String list(ExerciseFilter filter, Reader reader) {
    return reader.isAuthor() || !filter.search().isEmpty()
        ? json(page(filter, reader))
        : cached("list " + filter, () -> json(page(filter, reader)));
  }

  /** Differs after every change. */
  public long version() {
    return catalogue.version();
  }

  String facets(LocaleTag locale) {
    return cached("facets " + locale.tag(), () -> json(labelled(locale)));
  }

  private Facets labelled(LocaleTag locale) {
    List<Facets.Count> categories = catalogue.categories();
    List<Facets.Count> tags = catalogue.tags();
    TopicLabels labels =
        topics.labels(
            categories.stream().map(Facets.Count::name).toList(),
            tags.stream().map(Facets.Count::name).toList());
    List<String> locales = locale.preferred();
    return new Facets(
        topics(categories, name -> labels.category(name, locales)),
        catalogue.difficulties(),
        topics(tags, name -> labels.tag(name, locales)));
  }

  private static List<Facets.Topic> topics(List<Facets.Count> counts, UnaryOperator<String> label) {
    return counts.stream()
        .map(count -> new Facets.Topic(count.name(), label.apply(count.name()), count.count()))
        .toList();
  }

  /**
   * One exercise as JSON.
   *
   * @throws dev.touchstone.platform.http.ProblemException 404 {@code exercise_not_found}
   */
  String find(String idOrSlug, LocaleTag locale, Reader reader) {
    return reader.isAuthor()
        ? json(view(idOrSlug, locale, reader))
        : cached(
            "one " + idOrSlug + " " + locale.tag(), () -> json(view(idOrSlug, locale, reader)));
  }

  /**
   * An exercise that is not published, as learners would see it, as JSON.
   *
   * @param locale the language asked for; one that is none counts as English
   */
  public String preview(Exercise exercise, String locale) {
    return json(view(exercise, LocaleTag.of(locale).orElse(LocaleTag.ENGLISH), Optional.empty()));
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

  private Page<ExerciseSummary> page(ExerciseFilter filter, Reader reader) {
    List<CatalogueStore.Row> found = catalogue.list(filter, reader, filter.limit() + 1);
    boolean more = found.size() > filter.limit();
    List<CatalogueStore.Row> shown = more ? found.subList(0, filter.limit()) : found;
    return new Page<>(
        offered(shown.stream().map(CatalogueStore.Row::summary).toList(), filter.locale()),
        more ? shown.getLast().place() : null);
  }

  /** Some exercises in their order, as far as the reader sees them. */
  public List<ExerciseSummary> summaries(List<Long> ids, LocaleTag locale, Reader reader) {
    List<ExerciseSummary> found = catalogue.summaries(ids, locale, reader);
    return offered(found, locale).stream()
        .sorted(Comparator.comparingInt(summary -> ids.indexOf(summary.id())))
        .toList();
  }

  /** Which of some exercises learners see. */
  public Set<Long> active(Set<Long> ids) {
    return catalogue.active(ids);
  }

  private List<ExerciseSummary> offered(List<ExerciseSummary> summaries, LocaleTag locale) {
    TopicLabels labels =
        topics.labels(
            summaries.stream().map(ExerciseSummary::category).collect(toSet()),
            summaries.stream().flatMap(summary -> summary.tags().stream()).collect(toSet()));
    return summaries.stream().map(summary -> offered(summary, labels, locale.preferred())).toList();
  }

  private ExerciseSummary offered(
      ExerciseSummary summary, TopicLabels labels, List<String> locales) {
    return new ExerciseSummary(
        summary.id(),
        summary.slug(),
        summary.title(),
        summary.category(),
        labels.category(summary.category(), locales),
        summary.difficultyLevel(),
        summary.tags(),
        summary.tags().stream().map(tag -> labels.tag(tag, locales)).toList(),
        summary.points(),
        languages.allowed(summary.languages()),
        summary.locales(),
        summary.revision(),
        summary.isActive(),
        summary.updatedAt(),
        summary.access());
  }

  private ExerciseView view(String idOrSlug, LocaleTag asked, Reader reader) {
    Exercise exercise =
        exercises.findPublic(ExerciseKey.of(idOrSlug)).orElseThrow(PublishingService::notFound);
    Optional<MemberRole> role = role(exercise.id(), reader);
    if (!exercise.isActive() && role.isEmpty()) {
      throw PublishingService.notFound();
    }
    return view(exercise, asked, role);
  }

  private Optional<MemberRole> role(long exerciseId, Reader reader) {
    if (reader.isAdmin()) {
      return Optional.of(MemberRole.OWNER);
    }
    return reader.isAuthor() ? members.roleOf(exerciseId, reader.userId()) : Optional.empty();
  }

  private ExerciseView view(Exercise exercise, LocaleTag asked, Optional<MemberRole> role) {
    String titleLocale = locale(exercise, asked, false);
    String locale = locale(exercise, asked, true);
    TopicLabels labels = topics.labels(List.of(exercise.category()), exercise.tags());
    List<String> locales = asked.preferred();
    return new ExerciseView(
        exercise.id(),
        exercise.slug(),
        exercise.translation(titleLocale).title(),
        exercise.category(),
        labels.category(exercise.category(), locales),
        exercise.difficultyLevel(),
        exercise.tags(),
        exercise.tags().stream().map(tag -> labels.tag(tag, locales)).toList(),
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
        exercise.starterCode(),
        exercise.hintCount(),
        exercise.hasEditorial(),
        role.map(MemberRole::wireName).orElse(null));
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
