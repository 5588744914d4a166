package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Moto;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.object.S3Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

/** Backups in a bucket of a server that imitates S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3PlaceTest {
  private Moto moto;
  private S3Client client;
  private Place place;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    S3Configuration configuration =
        new S3Configuration(
            "backups",
            "us-east-1",
            Optional.of(moto.address()),
            "touchstone/",
            Optional.of(new S3Configuration.Credentials("test", Secret.of("test"))));
    client = configuration.client();
    client.createBucket(request -> request.bucket("backups"));
    place = new S3Place(configuration);
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      place.close();
      client.close();
      moto.close();
    }
  }

  @Test
  void aFileIsSeenWhenItIsComplete() throws IOException {
    byte[] content = new byte[33 << 20]; // two parts
    new Random(1).nextBytes(content);
    try (Place.Upload upload = place.begin("databases/one")) {
      try (OutputStream out = upload.stream()) {
        out.write(content);
        out.write(7);
      }
      assertThat(place.list("databases")).isEmpty();
      upload.complete();
    }
    assertThat(place.list("databases")).containsExactly("one");
    try (InputStream in = place.open("databases/one")) {
      assertThat(in.readNBytes(content.length)).isEqualTo(content);
      assertThat(in.readAllBytes()).containsExactly(7);
    }
    place.put("databases/two", new byte[] {1, 2});
    place.put("databases/deeper/three", new byte[] {3});
    assertThat(place.list("databases")).containsExactly("one", "two");
    place.delete("databases/one");
    place.delete("databases/one");
    assertThat(place.list("databases")).containsExactly("two");
    assertThatThrownBy(() -> place.open("databases/one"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("S3 refused");
  }

  @Test
  void anUploadThatWasGivenUpLeavesNoParts() throws IOException {
    try (Place.Upload upload = place.begin("state/one")) {
      upload.stream().write(new byte[33 << 20]);
      assertThat(client.listMultipartUploads(request -> request.bucket("backups")).uploads())
          .hasSize(1);
    }
    assertThat(client.listMultipartUploads(request -> request.bucket("backups")).uploads())
        .isEmpty();
    assertThat(place.list("state")).isEmpty();
  }
}
