package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Run;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.backup.TableFigures;
import dev.touchstone.testing.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backups of real databases, what becomes of them, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupDatabasesTest {
  private Installation installation;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    installation = Installation.start(folder);
  }

  @AfterAll
  void stop() throws IOException {
    if (installation != null) {
      installation.close();
    }
  }

  @BeforeEach
  void removeBackups() throws IOException {
    for (String file : installation.files(installation.backups())) {
      Files.delete(installation.backups().resolve(file));
    }
  }

  @Test
  void whatIsWrittenToIsRestoredAsItWasAtOneMoment() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Thread writer = Thread.ofPlatform().start(() -> write(enough));
    Run backup;
    try {
      Await.until("the writer at work", () -> count("scores") > 2);
      backup = installation.run("backup", "backup", "databases");
    } finally {
      enough.set(true);
      writer.join();
    }
    assertThat(backup.status()).as(backup.err()).isZero();
    assertThat(backup.out()).contains("auth: 3 rows in 3 tables", "Backup: ");
    assertThat(installation.report("backup-databases")).contains("succeeded", "public.entries");
    Run verify = installation.run("", "backup", "verify", "databases");
    assertThat(verify.status()).as(verify.err()).isZero();
    assertThat(verify.out()).contains("is whole");

    installation.execute(
        "postgres", "postgres", "CREATE DATABASE auth_restoring OWNER auth"); // of a kill
    Run restore = installation.run("master", "restore", "databases", "--suffix", "_restored");
    assertThat(restore.status()).as(restore.err()).isZero();
    assertThat(restore.out())
        .contains("It shows the databases of 20", "database scores_restored: restored, and equal");
    assertThat(installation.value("scores_restored", "SELECT sum(amount) FROM entries"))
        .as("each transaction adds what it takes away")
        .isEqualTo("0");
    // As the service: it owns the tables, and the sequence goes on where it was.
    installation.execute(
        "auth", "auth_restored", "INSERT INTO entries (amount, note) VALUES (5, 'after')");
    assertThat(installation.value("auth_restored", "SELECT max(id) FROM entries")).isEqualTo("3");
    assertThat(
            installation.value(
                "postgres",
                "SELECT count(*) FROM pg_database WHERE datname LIKE '%restoring' OR"
                    + " (datname LIKE '%restored' AND has_database_privilege('backup', oid, 'CONNECT'))"))
        .isEqualTo("0");
    Run again = installation.run("master", "restore", "databases", "--suffix", "_restored");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("has a database auth_restored already");
    for (String database : Installation.DATABASES) {
      installation.execute("postgres", "postgres", "DROP DATABASE " + database + "_restored");
    }
    assertThat(installation.files(installation.work())).isEmpty();
    requireThatChangesAreFound();
  }

  @Test
  void aTableThatDiffersIsNamedAndNothingIsLeft() throws Exception {
    PostgresPrograms programs = new PostgresPrograms(Optional.empty(), 1);
    DatabasesRestore restore =
        new DatabasesRestore(installation.address("master"), programs, _ -> {});
    try (WorkFolder work = WorkFolder.in(installation.work());
        Snapshot snapshot =
            Snapshot.of("scores", installation.address("backup").ofDatabase("scores"))) {
      Path content = work.folder("content");
      programs.dump(snapshot, content.resolve("scores"));
      List<TableFigures> tables =
          snapshot.figures().tables().stream()
              .map(table -> new TableFigures(table.table(), table.rows(), table.sum() + "1"))
              .toList();
      Manifest forged =
          new Manifest(1, Instant.EPOCH, List.of(new DatabaseFigures("scores", tables)), List.of());
      assertThatThrownBy(() -> restore.run(forged, content, "_restored"))
          .isInstanceOf(OperationFailed.class)
          .hasMessageContaining(
              "The table public.entries of the database scores is not as it was backed up");
    }
    assertThat(
            installation.value(
                "postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE '%restor%'"))
        .isEqualTo("0");
  }

  @Test
  void aRoleThatCouldWriteOrCannotReadIsRefused() throws Exception {
    installation.execute("master", "postgres", "CREATE ROLE poor LOGIN");
    installation.execute("postgres", "postgres", "GRANT CONNECT ON DATABASE auth TO poor");
    for (String role : List.of("postgres", "operator", "poor")) {
      Run run = installation.run(role, "backup", "databases", "--dry-run");
      assertThat(run.status()).as(role).isEqualTo(1);
      assertThat(run.err())
          .contains("can read everything and write nothing", "GRANT pg_read_all_data TO backup");
    }
    Run master = installation.run("master", "backup", "databases");
    assertThat(master.status()).isNotZero();
    installation.execute("auth", "auth", "GRANT INSERT ON entries TO backup");
    Run granted = installation.run("backup", "backup", "databases");
    installation.execute("auth", "auth", "REVOKE INSERT ON entries FROM backup");
    assertThat(granted.err()).contains("may write to entries");
    assertThat(installation.files(installation.backups())).isEmpty();
    Run fine = installation.run("backup", "backup", "databases", "--dry-run");
    assertThat(fine.status()).as(fine.err()).isZero();
    assertThat(installation.files(installation.backups())).isEmpty();
  }

  @Test
  void aBackupThatFailsLeavesNothingAndTheNextRemovesWhatAKillLeft() throws Exception {
    Path left = Files.createDirectory(installation.work().resolve(".touchstone-unfinished-1"));
    Files.writeString(left.resolve(".lock"), "");
    Files.writeString(left.resolve("toc.dat"), "a dump in clear");
    Run run = installation.run("backup", "backup", "databases", "--programs", "/nonexistent");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("pg_dump can't be run");
    assertThat(installation.report("backup-databases")).contains("failed", "can't be run");
    assertThat(installation.files(installation.backups())).isEmpty();
    assertThat(installation.files(installation.work())).isEmpty();
    assertThat(installation.run("", "backup", "verify", "databases").err())
        .contains("There is no backup latest of databases");
  }

  @Test
  void nobodyChangesTablesWhileTheyAreBackedUp() throws Exception {
    String change = "SET lock_timeout = '50ms'; ALTER TABLE entries ADD COLUMN late int";
    try (Snapshot _ = Snapshot.of("scores", installation.address("backup").ofDatabase("scores"))) {
      assertThatThrownBy(() -> installation.execute("scores", "scores", change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("lock timeout");
    }
    installation.execute("scores", "scores", change);
    installation.execute("scores", "scores", "ALTER TABLE entries DROP COLUMN late");
  }

  @Test
  void programsThatDoNotFitTheServerAreRefused() throws Exception {
    program("pg_dump", 14);
    Run old =
        installation.run("backup", "backup", "databases", "--programs", programs().toString());
    assertThat(old.status()).isEqualTo(1);
    assertThat(old.err()).contains("pg_dump is of version 14, and the server of version 15");
    program("pg_restore", 17);
    Run young =
        installation.run("master", "restore", "databases", "--programs", programs().toString());
    assertThat(young.status()).isEqualTo(1);
    assertThat(young.err()).contains("pg_restore is of version 17, and the server of version 15");
    assertThat(
            PostgresPrograms.withoutRows(
                "error: COPY failed\nDETAIL:  Key (name)=(Lan).\nCONTEXT:  COPY users, line 1\nend"))
        .isEqualTo("error: COPY failed\nend");
  }

  private Path programs() {
    return installation.work().resolveSibling("programs");
  }

  private void program(String name, int version) throws IOException {
    Path file = Files.createDirectories(programs()).resolve(name);
    Files.writeString(file, "#!/bin/sh\necho '%s (PostgreSQL) %d.1'\n".formatted(name, version));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** Of the backup that is there. */
  private void requireThatChangesAreFound() throws IOException {
    Path file =
        installation.backups().resolve(installation.files(installation.backups()).getFirst());
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("trước");
    Run wrong =
        installation.run(
            "", Map.of("BACKUP_PASSPHRASE", "a wrong passphrase"), "backup", "verify", "databases");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).contains("The passphrase is wrong").doesNotContain("a wrong pass");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(installation.run("", "backup", "verify", "databases").status()).isEqualTo(1);
    Run none = installation.run("", Map.of("BACKUP_PASSPHRASE", "short"), "backup", "verify");
    assertThat(none.status()).isEqualTo(2);
  }

  private long count(String database) throws SQLException {
    return Long.parseLong(installation.value(database, "SELECT count(*) FROM entries"));
  }

  private void write(AtomicBoolean enough) {
    try {
      while (!enough.get()) {
        installation.execute("scores", "scores", "INSERT INTO entries (amount) VALUES (7), (-7)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
