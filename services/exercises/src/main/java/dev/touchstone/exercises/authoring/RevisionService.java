package dev.touchstone.exercises.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.exercises.archive.TemporaryFolder;
import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.RestoringService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares and restores revisions. Thread-safe. */
public final class RevisionService {
  /** Larger files are named, and not compared. */
  private static final long LARGEST_TEXT = 64 * 1024;

  /** Of all files together; the lines of the others are left out. */
  private static final int MOST_LINES = 5_000;

  private final ExerciseAccess access;
  private final RevisionStore revisions;
  private final RestoringService restoring;
  private final ObjectStore objects;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param temporary where revisions are laid out
   */
  public RevisionService(
      ExerciseAccess access,
      RevisionStore revisions,
      RestoringService restoring,
      ObjectStore objects,
      Path temporary) {
    this.access = access;
    this.revisions = revisions;
    this.restoring = restoring;
    this.objects = objects;
    this.temporary = temporary;
  }

  /** The difference of two revisions. */
  record Changes(int from, int to, List<FileChange> items) {}

  /**
   * A file that differs.
   *
   * @param change "added", "removed" or "changed"
   * @param lines as {@link LineDifference} has them; null for files that are large or no text
   */
  record FileChange(
      String path,
      String change,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<String> lines) {}

  /** Compares a revision with an earlier one; the first one is compared with nothing. */
  Changes changes(Principal by, String idOrSlug, int revision, OptionalInt since)
      throws IOException {
    ExerciseHead exercise = access.require(by, idOrSlug, MemberRole.EDITOR);
    int from = since.orElse(revision - 1);
    Map<String, RevisionFile> before = from == 0 ? Map.of() : byPath(files(exercise, from));
    Map<String, RevisionFile> after = byPath(files(exercise, revision));
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<FileChange> changes = new ArrayList<>();
    int shown = 0;
    for (String path : paths) {
      Optional<RevisionFile> old = Optional.ofNullable(before.get(path));
      Optional<RevisionFile> fresh = Optional.ofNullable(after.get(path));
      if (old.map(RevisionFile::sha256).equals(fresh.map(RevisionFile::sha256))) {
        continue;
      }
      List<String> lines = shown < MOST_LINES ? lines(old, fresh) : List.of();
      shown += lines.size();
      String change = old.isEmpty() ? "added" : fresh.isEmpty() ? "removed" : "changed";
      changes.add(new FileChange(path, change, lines.isEmpty() ? null : lines));
    }
    return new Changes(from, revision, changes);
  }

  /** Makes a new revision with the files of an earlier one. */
  PublishedView restore(Principal by, String idOrSlug, int revision, OptionalInt expected)
      throws IOException {
    ExerciseHead exercise = access.require(by, idOrSlug, MemberRole.EDITOR);
    try (TemporaryFolder folder = TemporaryFolder.in(temporary)) {
      return PublishedView.of(
          restoring.restore(
              exercise, expected, revision, files(exercise, revision), by.userId(), folder.path()));
    } catch (PackageException e) {
      throw PublishedView.invalid(e);
    }
  }

  private List<String> lines(Optional<RevisionFile> old, Optional<RevisionFile> fresh)
      throws IOException {
    Optional<String> before = text(old);
    Optional<String> after = text(fresh);
    return before.isPresent() && after.isPresent()
        ? LineDifference.of(before.get(), after.get())
        : List.of();
  }

  /** A small text; empty for other contents. */
  private Optional<String> text(Optional<RevisionFile> file) throws IOException {
    if (file.isEmpty()) {
      return Optional.of("");
    }
    if (file.get().size() > LARGEST_TEXT) {
      return Optional.empty();
    }
    try (InputStream in =
        objects
            .open(file.get().sha256())
            .orElseThrow(() ->
                new IOException("The object " + file.get().sha256() + " no longer exists."))) {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(in.readAllBytes()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private List<RevisionFile> files(ExerciseHead exercise, int revision) {
    return revisions.files(exercise.id(), revision).orElseThrow(PackageService::noRevision);
  }

  private static Map<String, RevisionFile> byPath(List<RevisionFile> files) {
    Map<String, RevisionFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    return byPath;
  }
}
