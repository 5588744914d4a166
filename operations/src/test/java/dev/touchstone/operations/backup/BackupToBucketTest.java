package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Moto;
import dev.touchstone.operations.Run;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** State and objects go to a bucket, on a server that imitates S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupToBucketTest {
  private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

  private Path folder;
  private Moto moto;
  private S3Client client;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    this.folder = folder;
    moto = Moto.start();
    CREDENTIALS.forEach(name -> System.setProperty(name, "test"));
    client = moto.configure(S3Client.builder().forcePathStyle(true));
    for (String bucket : List.of("state", "empty", "copies")) {
      client.createBucket(request -> request.bucket(bucket));
    }
    client.putBucketVersioning(request ->
        request
            .bucket("state")
            .versioningConfiguration(
                versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
  }

  @AfterAll
  void stop() {
    CREDENTIALS.forEach(System::clearProperty);
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  @Test
  void everyKeyIsCopiedWithItsVersion() throws IOException {
    put("network/terraform.tfstate", "old");
    String network = put("network/terraform.tfstate", "{\"serial\": 2}");
    String data = put("data/terraform.tfstate", "{\"serial\": 1}");
    put("data/terraform.tfstate.tflock", "somebody applies");
    Run backup = run("s3://state", "eu-west-1", "backup", "state");
    assertThat(backup.status()).as(backup.err()).isZero();
    assertThat(backup.out()).contains("2 keys", "Backup: s3://copies/terraform/state/");
    Path restored = folder.resolve("restored");
    Run restore =
        run("s3://state", "eu-west-1", "restore", "files", "state", "--to", restored.toString());
    assertThat(restore.status()).as(restore.err()).isZero();
    assertThat(restored.resolve("state/network/terraform.tfstate")).hasContent("{\"serial\": 2}");
    assertThat(restored.resolve("state/data/terraform.tfstate")).hasContent("{\"serial\": 1}");
    assertThat(restored.resolve("state/data/terraform.tfstate.tflock")).doesNotExist();
    assertThat(Files.readString(restored.resolve("versions.json")))
        .contains("\"network/terraform.tfstate\":\"" + network + "\"", data);
    assertThat(
            run("s3://state", "eu-west-1", "restore", "files", "state", "--to", restored.toString())
                .err())
        .contains("nothing is overwritten");
  }

  @Test
  void theSameRegionOrABucketWithoutStateIsRefused() {
    Run same = run("s3://state", "us-east-1", "backup", "state");
    assertThat(same.status()).isEqualTo(2);
    assertThat(same.err()).contains("Choose a bucket in another region");
    Run empty = run("s3://empty", "eu-west-1", "backup", "state");
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).contains("The bucket empty has no state");
    assertThat(run("state", "eu-west-1", "backup", "state").err())
        .contains("STATE_FROM must have the form s3://BUCKET");
  }

  @Test
  void objectsGoToABucket() throws IOException {
    Path file = Files.writeString(folder.resolve("object"), "content");
    String digest = Digest.of(file);
    new FolderObjectStore(folder.resolve("data/objects")).put(digest, file);
    Run backup = run("s3://state", "eu-west-1", "backup", "objects");
    assertThat(backup.status()).as(backup.err()).isZero();
    Run verify = run("s3://state", "eu-west-1", "backup", "verify", "objects");
    assertThat(verify.out()).as(verify.err()).contains("is whole: 1 objects");
    assertThat(
            client
                .listObjectsV2(
                    request -> request.bucket("copies").prefix("terraform/objects/content/"))
                .contents())
        .singleElement()
        .satisfies(object ->
            assertThat(object.key()).endsWith(digest.substring(0, 2) + "/" + digest.substring(2)));
  }

  private String put(String key, String text) {
    return client
        .putObject(request -> request.bucket("state").key(key), RequestBody.fromString(text))
        .versionId();
  }

  private Run run(String from, String region, String... arguments) {
    Map<String, String> settings = new HashMap<>();
    if (arguments[1].equals("state")) {
      settings.put("STATE_FROM", from);
      settings.put("STATE_REGION", region);
      settings.put("STATE_ENDPOINT", moto.address().toString());
    }
    settings.put("TOUCHSTONE_DATA_DIR", folder.resolve("data").toString());
    settings.put("BACKUP_TO", "s3://copies/terraform");
    settings.put("BACKUP_REGION", "us-east-1");
    settings.put("BACKUP_ENDPOINT", moto.address().toString());
    settings.put("BACKUP_PASSPHRASE", Installation.PASSPHRASE);
    settings.put("TOUCHSTONE_REPORTS", folder.resolve("reports").toString());
    return Run.of(settings, arguments);
  }
}
