package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.exercises.exercise.RevisionFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Finds the files beside the statement of a current revision. Thread-safe. */
public final class AttachmentStore {
  /**
   * The public folders of a package; the one that statements refer to comes first. The second is
   * that of the legacy format.
   */
  private static final List<String> FOLDERS =
      List.of("statement/", "problem_statement/", "attachments/");

  /** DOMjudge has the statement beside the metadata. */
  private static final Pattern ROOT_STATEMENT =
      Pattern.compile("problem(\\.[a-zA-Z-]{2,6})?\\.pdf");

  private final Jdbi jdbi;

  public AttachmentStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Finds a file in one of the folders, if the reader sees the exercise.
   *
   * @param path compared with the paths of the package unchanged, so {@code ..} matches nothing
   */
  Optional<RevisionFile> find(ExerciseKey key, String path, Reader reader) {
    String sql =
        """
        SELECT f.path, f.sha256, f.size
        FROM exercises
        JOIN revision_files f ON f.exercise_id = exercises.id AND f.revision = exercises.revision
        WHERE (exercises.id = :id OR slug = :slug) AND (is_active OR <member>)
          AND f.path = ANY (:paths)
        ORDER BY array_position(:paths, f.path)
        LIMIT 1
        """;
    return jdbi.withHandle(handle ->
        reader
            .bind(handle.createQuery(sql))
            .define("member", Reader.IS_MEMBER)
            .bind("id", key.id())
            .bind("slug", key.slug())
            .bindArray("paths", String.class, paths(path))
            .mapTo(RevisionFile.class)
            .findOne());
  }

  private static List<String> paths(String path) {
    Stream<String> root = ROOT_STATEMENT.matcher(path).matches() ? Stream.of(path) : Stream.empty();
    return Stream.concat(FOLDERS.stream().map(folder -> folder + path), root).toList();
  }
}
