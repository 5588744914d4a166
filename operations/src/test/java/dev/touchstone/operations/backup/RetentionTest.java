package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which backups are kept, and that nothing else is touched. */
class RetentionTest {
  /** A Thursday. */
  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  @TempDir Path folder;

  @Test
  void theNewestAndThoseOfWeeksAndMonthsAreKept() {
    List<String> daily =
        IntStream.range(0, 100)
            .mapToObj(day -> BackupNames.of(FIRST.plus(day, ChronoUnit.DAYS), ".tar.zst.gpg"))
            .toList();
    Retention retention = new Retention();
    new CommandLine(retention).parseArgs("--newest", "2", "--weeks", "3", "--months", "3");
    List<String> unneeded = retention.unneeded(daily);
    assertThat(
            daily.stream()
                .filter(name -> !unneeded.contains(name))
                .map(name -> name.substring(4, 8)))
        // Friday the 10th of April is the last; before it two Sundays, and the ends of two months.
        .containsExactly("0228", "0329", "0331", "0405", "0409", "0410");
    assertThat(retention.unneeded(daily.subList(0, 1))).isEmpty();
  }

  @Test
  void nothingIsDeletedUnlessAskedAndOtherFilesStay() throws IOException {
    Path databases = Files.createDirectories(folder.resolve("databases"));
    for (String name :
        List.of("20260101T020000Z.tar.zst.gpg", "20260102T020000Z.tar.zst.gpg", "notes.txt")) {
      Files.writeString(databases.resolve(name), "content");
    }
    String[] command = {"--newest", "1", "--weeks", "0", "--months", "0"};
    Run shown = run(command);
    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("Would delete: 20260101T020000Z", "Kept: 1 of 2");
    assertThat(databases).isDirectoryContaining("glob:**20260101*");
    Run deleted =
        run(Stream.concat(Stream.of(command), Stream.of("--delete")).toArray(String[]::new));
    assertThat(deleted.status()).as(deleted.err()).isZero();
    assertThat(databases)
        .isDirectoryNotContaining("glob:**20260101*")
        .isDirectoryContaining("glob:**20260102*")
        .isDirectoryContaining("glob:**notes.txt");
    assertThat(run("--delete", "--dry-run").status()).isEqualTo(2);
  }

  @Test
  void namesThatCannotBeRightStopIt() throws IOException {
    Path databases = Files.createDirectories(folder.resolve("databases"));
    List<String> names =
        List.of(
            "20260101T020000Z.tar.zst.gpg",
            "20991231T020000Z.tar.zst.gpg",
            "99999999T999999Z.tar.zst.gpg");
    for (String name : names) {
      Files.writeString(databases.resolve(name), "content");
    }
    Run run = run("--newest", "1", "--weeks", "0", "--months", "0", "--delete");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(names.get(1) + ", " + names.get(2)).doesNotContain(names.get(0));
    for (String name : names) {
      assertThat(databases.resolve(name)).exists();
    }
  }

  private Run run(String... options) {
    return Run.of(
        Map.of(
            "BACKUP_TO", folder.toString(),
            "TOUCHSTONE_REPORTS", folder.resolve("reports").toString()),
        Stream.concat(Stream.of("backup", "retention", "databases"), Stream.of(options))
            .toArray(String[]::new));
  }
}
