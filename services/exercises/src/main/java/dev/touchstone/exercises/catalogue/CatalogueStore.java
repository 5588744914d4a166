package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.exercises.exercise.SearchText;
import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platformdata.database.Reads;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads lists of exercises; never their test cases or solutions. Thread-safe. */
public final class CatalogueStore {
  /** How well an exercise fits a search: 0 for the words as they are in a title, name or topic. */
  private static final String FIT =
      """
      CASE WHEN search LIKE :phrase OR topic_words LIKE :phrase THEN 0
           WHEN search || chr(10) || topic_words LIKE ALL (:patterns) THEN 1 ELSE 2 END
      """;

  /** Without a search, an index has this order. */
  private static final String ORDER = "difficulty_rank, points, id";

  private static final String SUMMARIES =
      """
      SELECT exercises.id, slug, revision, category, category AS category_label, difficulty_level,
             difficulty_rank, tags, tags AS tag_labels, points, languages, is_active, updated_at,
             <access> AS access, <fit> AS fit,
             coalesce(translations -> :tag ->> 'title',
                      CASE WHEN locale = :tag THEN title END,
                      translations -> :language ->> 'title', title) AS title,
             ARRAY(SELECT key FROM (
                     SELECT locale AS key UNION
                     SELECT e.key FROM jsonb_each(translations) e
                     WHERE e.value ->> 'description' <> '') keys ORDER BY key) AS locales
      FROM exercises
      """;

  /** Learners see what is active, and members the rest. */
  private static final String SEEN = "(is_active OR " + Reader.IS_MEMBER + ")";

  private static final int CURSOR_KEYS = 4;
  private final Reads reads;

  public CatalogueStore(Reads reads) {
    this.reads = reads;
  }

  /** A row of the list. */
  record Row(@Nested ExerciseSummary summary, int difficultyRank, int fit) {
    /** The cursor of the page that ends with this row. */
    String place() {
      return Cursor.of(
          Integer.toString(fit),
          Integer.toString(difficultyRank),
          Integer.toString(summary.points()),
          Long.toString(summary.id()));
    }
  }

  /** Differs after every change of what this class reads. */
  long version() {
    String sql = "SELECT version FROM catalogue_changes";
    return reads.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  List<Row> list(ExerciseFilter filter, Reader reader, int limit) {
    List<String> words = SearchText.words(filter.search());
    boolean search = !words.isEmpty();
    String sql =
        SUMMARIES
            + """
            WHERE <seen>
              AND (CAST(:category AS text) IS NULL OR category = :category)
              AND (CAST(:difficulty AS text) IS NULL OR difficulty_level = :difficulty)
              AND (CAST(:topic AS text) IS NULL OR :topic = ANY (tags))
              AND (search || chr(10) || topic_words LIKE ALL (:patterns)
                   OR words @@ to_tsquery('simple', :words))
              AND (<place>) > (<after>:rank, :points, :id)
            ORDER BY <order>
            LIMIT :limit
            """;
    List<Long> after = filter.cursor().map(CatalogueStore::place).orElse(List.of(0L, 0L, 0L, 0L));
    return reads.withHandle(handle -> {
      String seen = filter.includeInactive() ? SEEN : "is_active";
      Query query = handle.createQuery(sql);
      return reader
          .bind(query)
          .define("access", filter.mine() ? Reader.ACCESS : "CAST(NULL AS text)")
          .define("fit", search ? FIT : "0")
          .define("place", search ? FIT + ", " + ORDER : ORDER)
          .define("after", search ? ":fit, " : "")
          .define("order", search ? "fit, " + ORDER : ORDER)
          .define("seen", filter.mine() ? seen + " AND " + Reader.IS_MEMBER : seen)
          .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
          .bind("tag", filter.locale().tag())
          .bind("language", filter.locale().language())
          .bind("category", filter.category().orElse(null))
          .bind("difficulty", filter.difficulty().orElse(null))
          .bind("topic", filter.tag().orElse(null))
          .bindArray("patterns", String.class, words.stream().map(CatalogueStore::pattern).toList())
          .bind("phrase", pattern(String.join(" ", words)))
          .bind("words", SearchText.query(filter.search()))
          .bind("fit", after.get(0))
          .bind("rank", after.get(1))
          .bind("points", after.get(2))
          .bind("id", after.get(3))
          .bind("limit", limit)
          .mapTo(Row.class)
          .list();
    });
  }

  /** Some exercises, as far as the reader sees them, in any order. */
  List<ExerciseSummary> summaries(Collection<Long> ids, LocaleTag locale, Reader reader) {
    return reads.withHandle(handle ->
        reader
            .bind(handle.createQuery(SUMMARIES + "WHERE id = ANY (:ids) AND " + SEEN))
            .define("access", "CAST(NULL AS text)")
            .define("fit", "0")
            .bind("tag", locale.tag())
            .bind("language", locale.language())
            .bindArray("ids", Long.class, List.copyOf(ids))
            .mapTo(Row.class)
            .map(Row::summary)
            .list());
  }

  /** Which of some exercises learners see. */
  Set<Long> active(Collection<Long> ids) {
    String sql = "SELECT id FROM exercises WHERE id = ANY (:ids) AND is_active";
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .bindArray("ids", Long.class, List.copyOf(ids))
            .mapTo(Long.class)
            .set());
  }

  List<Facets.Count> difficulties() {
    return counts(
        """
        SELECT difficulty_level AS name, count(*) AS count FROM exercises
        WHERE is_active GROUP BY difficulty_level, difficulty_rank ORDER BY difficulty_rank
        """);
  }

  List<Facets.Count> categories() {
    return counts(
        """
        SELECT category AS name, count(*) AS count FROM exercises
        WHERE is_active GROUP BY category ORDER BY category COLLATE "C"
        """);
  }

  List<Facets.Count> tags() {
    return counts(
        """
        SELECT tag AS name, count(*) AS count FROM exercises, unnest(tags) AS tag
        WHERE is_active GROUP BY tag ORDER BY tag COLLATE "C"
        """);
  }

  private List<Facets.Count> counts(String sql) {
    return reads.withHandle(handle -> handle.createQuery(sql).mapTo(Facets.Count.class).list());
  }

  private static List<Long> place(String cursor) {
    try {
      return Cursor.parse(cursor, CURSOR_KEYS).stream().map(Long::valueOf).toList();
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  private static String pattern(String word) {
    return "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
