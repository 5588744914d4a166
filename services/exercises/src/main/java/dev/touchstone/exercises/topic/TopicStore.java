package dev.touchstone.exercises.topic;

import static dev.touchstone.exercises.topic.Topic.CATEGORY;

import dev.touchstone.exercises.exercise.SearchText;
import dev.touchstone.exercises.exercise.TopicWords;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.JsonColumn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code topics}. Thread-safe. */
public final class TopicStore {
  /** Those that exercises have, and those that have labels. */
  private static final String ALL =
      """
      WITH used AS (
        SELECT 'category' AS kind, category AS name, count(*) AS exercises FROM exercises
        GROUP BY category
        UNION ALL
        SELECT 'tag', tag, count(*) FROM exercises, unnest(tags) AS tag GROUP BY tag)
      SELECT kind, name, coalesce(labels, '{}') AS labels, coalesce(exercises, 0) AS exercises
      FROM used FULL JOIN topics USING (kind, name)
      """;

  private final Jdbi jdbi;

  public TopicStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(String kind, String name, @JsonColumn Map<String, String> labels) {}

  List<Topic> all() {
    return jdbi.withHandle(handle ->
        handle.createQuery(ALL + " ORDER BY kind, name COLLATE \"C\"").mapTo(Topic.class).list());
  }

  /** Replaces the labels of a topic; empty if there is no such topic. */
  Optional<Topic> put(String kind, String name, Map<String, String> labels) {
    return jdbi.inTransaction(handle -> {
      TopicWords.lock(handle);
      Optional<Topic> before = find(handle, kind, name);
      if (before.isEmpty()) {
        return before;
      }
      if (labels.isEmpty()) {
        handle.execute("DELETE FROM topics WHERE kind = ? AND name = ?", kind, name);
      } else {
        write(handle, kind, name, labels);
      }
      if (kind.equals(CATEGORY)) {
        TopicWords.ofCategory(handle, name);
      } else {
        TopicWords.ofTag(handle, name);
      }
      return Optional.of(new Topic(kind, name, labels, before.get().exercises()));
    });
  }

  private static Optional<Topic> find(Handle handle, String kind, String name) {
    return handle
        .createQuery(ALL + " WHERE kind = :kind AND name = :name")
        .bind("kind", kind)
        .bind("name", name)
        .mapTo(Topic.class)
        .findOne();
  }

  private static void write(Handle handle, String kind, String name, Map<String, String> labels) {
    String sql =
        """
        INSERT INTO topics (kind, name, labels, words)
        VALUES (:kind, :name, CAST(:labels AS jsonb), :words)
        ON CONFLICT (kind, name) DO UPDATE
        SET labels = excluded.labels, words = excluded.words
        """;
    handle
        .createUpdate(sql)
        .bind("kind", kind)
        .bind("name", name)
        .bind("labels", Json.MAPPER.writeValueAsString(labels))
        .bind(
            "words",
            labels.values().stream()
                .map(SearchText::fold)
                .distinct()
                .collect(Collectors.joining("\n")))
        .execute();
  }

  /** The labels of some categories and tags, as far as they have any. */
  public TopicLabels labels(Collection<String> categories, Collection<String> tags) {
    String sql =
        """
        SELECT kind, name, labels FROM topics
        WHERE (kind = 'category' AND name = ANY (:categories))
           OR (kind = 'tag' AND name = ANY (:tags))
        """;
    Map<String, Map<String, String>> ofCategories = new HashMap<>();
    Map<String, Map<String, String>> ofTags = new HashMap<>();
    jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bindArray("categories", String.class, List.copyOf(categories))
                .bindArray("tags", String.class, List.copyOf(tags))
                .mapTo(Row.class)
                .list())
        .forEach(row ->
            (row.kind().equals(CATEGORY) ? ofCategories : ofTags).put(row.name(), row.labels()));
    return new TopicLabels(ofCategories, ofTags);
  }
}
