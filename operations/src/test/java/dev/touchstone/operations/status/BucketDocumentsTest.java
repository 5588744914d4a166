package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Moto;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

/** Against moto, which is not AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketDocumentsTest implements DocumentsContract {
  private Moto moto;
  private S3Client client;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    client = moto.configure(S3Client.builder().forcePathStyle(true));
    Object _ = client.createBucket(request -> request.bucket("school-status"));
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  @Override
  public Documents documents() {
    return place().open("s3://school-status/" + UUID.randomUUID() + "/");
  }

  private Place place() {
    return new Place(Environment.of(Map.of("AWS_REGION", "us-east-1")), _ -> client);
  }

  @Test
  void browsersLearnWhatItIs() {
    place().open("s3://school-status").publish("index.html", "text", "text/html; charset=utf-8");
    assertThat(client.headObject(request -> request.bucket("school-status").key("index.html")))
        .satisfies(head -> {
          assertThat(head.contentType()).isEqualTo("text/html; charset=utf-8");
          assertThat(head.cacheControl()).isEqualTo("public, max-age=60");
        });
  }

  @Test
  void aBucketThatDoesNotExistIsNamed() {
    Documents missing = place().open("s3://no-such-bucket");
    assertThatThrownBy(() -> missing.create("history.json", "text"))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining("s3://no-such-bucket/: AWS refused or did not answer");
  }
}
