package dev.touchstone.exercises.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.FolderObjectStore;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects go when nothing has referred to them for long enough, and never earlier. */
class UnusedObjectsTest {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Instant START = Instant.parse("2026-03-03T00:00:00Z");
  private static final Database DATABASE =
      Database.open(
          DatabaseConfiguration.from(
              Environment.of(Map.of("DATABASE_URL", TestDatabase.createUrl()))),
          "db/exercises");

  @TempDir private Path folder;
  private final UnusedObjectStore unused = new UnusedObjectStore(DATABASE.jdbi());
  private ObjectStore objects;

  @BeforeEach
  void open() throws IOException {
    objects = new KeptObjects(new FolderObjectStore(folder.resolve("objects")), unused);
    DATABASE
        .jdbi()
        .useHandle(handle -> handle.execute("TRUNCATE unused_objects, draft_files, drafts"));
  }

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  private String put(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    String digest = Digest.of(file);
    objects.put(digest, file);
    return digest;
  }

  private void refer(String digest) {
    String sql =
        """
        WITH draft AS (
          INSERT INTO drafts (owner_id, title, created_at, updated_at)
          VALUES (1, '', now(), now()) RETURNING id)
        INSERT INTO draft_files (draft_id, path, sha256, size) SELECT id, 'a', ?, 1 FROM draft
        """;
    DATABASE.jdbi().useHandle(handle -> handle.execute(sql, digest));
  }

  private void collectAfter(Duration time) {
    Clock clock = Clock.fixed(START.plus(time), ZoneOffset.UTC);
    new UnusedObjects(unused, objects, KEPT, clock).collect();
  }

  private boolean exists(String digest) throws IOException {
    return objects.open(digest).isPresent();
  }

  @Test
  void whatAFailedImportLeftIsDeletedAfterAWhile() throws IOException {
    String left = put("left");
    String used = put("used");
    refer(used);
    collectAfter(Duration.ZERO);
    collectAfter(KEPT.minusSeconds(1));
    assertThat(exists(left)).isTrue();
    collectAfter(KEPT);
    assertThat(exists(left)).isFalse();
    collectAfter(KEPT.multipliedBy(2));
    assertThat(exists(used)).isTrue();
  }

  @Test
  void whatIsStoredAgainIsKeptAsIfItWereNew() throws IOException {
    String again = put("again");
    collectAfter(Duration.ZERO);
    put("again");
    collectAfter(KEPT);
    assertThat(exists(again)).isTrue();
    collectAfter(KEPT.multipliedBy(2));
    assertThat(exists(again)).isFalse();
    put("again");
    assertThat(exists(again)).isTrue();
  }

  @Test
  void whatIsReferredToAgainStays() throws IOException {
    String late = put("late");
    collectAfter(Duration.ZERO);
    refer(late);
    collectAfter(KEPT);
    collectAfter(KEPT.multipliedBy(2));
    assertThat(exists(late)).isTrue();
  }
}
