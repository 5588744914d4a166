package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.FolderObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in folders are copied once, listed each time, and restored. */
class ObjectsBackupTest {
  @TempDir Path folder;

  private FolderObjectStore objects;

  @BeforeEach
  void begin() throws IOException {
    objects = new FolderObjectStore(folder.resolve("data/objects"));
    Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void onlyWhatIsMissingIsCopiedAndTheListHasAll() throws IOException {
    String first = put("one");
    put("two");
    assertThat(run("data", "backup", "objects").out())
        .contains("2 objects, of which 2 were copied");
    String third = put("three");
    objects.delete(first);
    assertThat(run("data", "backup", "objects").out())
        .contains("2 objects, of which 1 were copied");
    Run verify = run("data", "backup", "verify", "objects");
    assertThat(verify.status()).as(verify.err()).isZero();
    assertThat(verify.out()).contains("is whole: 2 objects");
    assertThat(run("data", "backup", "verify", "objects", "--within", "1").status()).isZero();
    Run old = run("data", "backup", "verify", "objects", "--within", "0");
    assertThat(old.status()).isEqualTo(1);
    assertThat(old.err()).contains("more than 0 hours ago");

    Run restore = run("restored", "restore", "objects");
    assertThat(restore.status()).as(restore.err()).isZero();
    FolderObjectStore restored = new FolderObjectStore(folder.resolve("restored/objects"));
    try (InputStream in = restored.open(third).orElseThrow()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("three");
    }
    assertThat(restored.open(first)).as("deleted before the second backup").isEmpty();
    assertThat(run("restored", "restore", "objects").out()).contains("of which 0 were missing");
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  @Test
  void anObjectThatIsDamagedAtItsSourceDoesNotKeepTheOthersOut() throws IOException {
    String damaged = put("one");
    Files.writeString(object("data/objects", damaged), "something else");
    put("two");
    Run run = run("data", "backup", "objects");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(damaged + ": ", "is damaged", "has the other 1");
    Run verify = run("data", "backup", "verify", "objects");
    assertThat(verify.status()).as(verify.err()).isZero();
    assertThat(verify.out()).contains("is whole: 1 objects");
    assertThat(object("backups/objects/content", damaged)).doesNotExist();
  }

  @Test
  void copiesThatAreDamagedOrMissingAreFoundAndCopiedAgain() throws IOException {
    String one = put("one");
    Path copy = object("backups/objects/content", one);
    String two = put("two");
    assertThat(run("data", "backup", "objects").status()).isZero();
    Files.writeString(copy, "something else");
    Files.writeString(object("backups/objects/content", two), "also");
    Run verify = run("data", "backup", "verify", "objects");
    assertThat(verify.status()).isEqualTo(1);
    assertThat(verify.err()).contains(one + ": ", two + ": ", "run backup objects");
    Files.delete(object("backups/objects/content", two));
    Run restore = run("restored", "restore", "objects");
    assertThat(restore.status()).isEqualTo(1);
    Files.delete(copy);
    Run missing = run("data", "backup", "verify", "objects");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("2 objects of the backup are missing");
    assertThat(run("restored", "restore", "objects").err()).contains("are missing");
    assertThat(run("data", "backup", "objects").out()).contains("of which 2 were copied");
  }

  @Test
  void aListThatGotAnotherNameIsRefused() throws IOException {
    put("one");
    assertThat(run("data", "backup", "objects").status()).isZero();
    Path lists = folder.resolve("backups/objects");
    Path list;
    try (Stream<Path> files = Files.list(lists)) {
      list = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.copy(list, lists.resolve("20991231T020000Z.json"));
    Run verify = run("data", "backup", "verify", "objects", "--within", "1");
    assertThat(verify.status()).as("one to come is left aside: " + verify.err()).isZero();
    Files.move(list, lists.resolve("20260101T020000Z.json"));
    Run renamed = run("data", "backup", "verify", "objects");
    assertThat(renamed.status()).isEqualTo(1);
    assertThat(renamed.err()).contains("somebody gave it another name");
  }

  @Test
  void nothingIsNoBackup() {
    Run run = run("data", "backup", "objects");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("There are no objects");
  }

  @Test
  void anAddressThatIsNotSupportedIsNoFolder() {
    for (String address : List.of("gs://bucket", "s3:/bucket", "file:///backups")) {
      Run run = Run.of(Map.of("BACKUP_TO", address), "backup", "verify", "objects");
      assertThat(run.status()).as(address).isEqualTo(2);
      assertThat(run.err()).contains("BACKUP_TO must be a folder or have the form s3://");
    }
  }

  @Test
  void aWrongFolderIsNoEmptyBackup() {
    Run run = run("elsewhere", "backup", "objects");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("There is no folder");
    assertThat(Run.of(Map.of("BACKUP_TO", folder.toString()), "backup", "objects").err())
        .contains("Neither S3_BUCKET nor TOUCHSTONE_DATA_DIR is set");
  }

  private String put(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    String digest = Digest.of(file);
    objects.put(digest, file);
    return digest;
  }

  private Path object(String root, String digest) {
    return folder.resolve(root).resolve(digest.substring(0, 2)).resolve(digest.substring(2));
  }

  private Run run(String data, String... arguments) {
    return Run.of(
        Map.of(
            "BACKUP_TO", folder.resolve("backups").toString(),
            "BACKUP_WORK", folder.resolve("work").toString(),
            "TOUCHSTONE_REPORTS", folder.resolve("reports").toString(),
            "TOUCHSTONE_DATA_DIR", folder.resolve(data).toString()),
        arguments);
  }
}
