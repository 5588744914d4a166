package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database, the buckets and the key: durable, private and encrypted. */
final class DataChecks implements RootChecks {
  @Override
  public String root() {
    return "data";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Deployed deployed =
        new Deployed(
            aws.client(RdsClient.builder()),
            aws.client(S3Client.builder()),
            aws.client(KmsClient.builder()),
            aws.client(SecretsManagerClient.builder()),
            handover);
    return Stream.of(
        dynamicTest("the database is private and encrypted with the key", deployed::database),
        dynamicTest(
            "the database is in two zones and keeps backups for a week", deployed::recovery),
        dynamicTest("the database rejects connections without TLS", deployed::tls),
        dynamicTest(
            "a runbook changes the master user's password and keeps it in its secret",
            () -> deployed.master(aws)),
        dynamicTest(
            "a runbook fills the platform's empty secrets and changes no other",
            () -> deployed.platform(aws)),
        dynamicTest(
            "the migration job has the database's address and the master user's secret",
            deployed::migration),
        dynamicTest("the cache's password is in its secret and nowhere else", deployed::cache),
        dynamicTest("every bucket is private and versioned", deployed::buckets),
        dynamicTest("uploads and dumps are encrypted with the key", deployed::encryption),
        dynamicTest("uploads and dumps are copied to the other region", deployed::copies),
        dynamicTest("dumps expire after a year", deployed::expiration),
        dynamicTest("the key is rotated every year", deployed::rotation));
  }

  private static final JsonMapper JSON = new JsonMapper();

  private record Deployed(
      RdsClient rds, S3Client s3, KmsClient kms, SecretsManagerClient secrets, JsonNode handover) {
    private DBInstance instance() {
      String identifier = handover.path("database_identifier").asString();
      return rds.describeDBInstances(request -> request.dbInstanceIdentifier(identifier))
          .dbInstances()
          .getFirst();
    }

    private String key() {
      return handover.path("kms_key_arn").asString();
    }

    private String bucket(String purpose) {
      return handover.path("buckets").path(purpose).path("name").asString();
    }

    void database() {
      DBInstance instance = instance();
      assertThat(instance.publiclyAccessible()).isFalse();
      assertThat(instance.storageEncrypted()).isTrue();
      assertThat(instance.kmsKeyId()).isEqualTo(key());
      assertThat(instance.engine()).isEqualTo("postgres");
      assertThat(instance.iamDatabaseAuthenticationEnabled()).isTrue();
      assertThat(instance.vpcSecurityGroups()).hasSize(1);
    }

    void recovery() {
      DBInstance instance = instance();
      assertThat(instance.multiAZ()).isTrue();
      assertThat(instance.backupRetentionPeriod()).isEqualTo(7);
      assertThat(instance.deletionProtection()).isTrue();
      assertThat(instance.enabledCloudwatchLogsExports())
          .containsExactlyInAnyOrder("postgresql", "upgrade");
    }

    void tls() {
      String group = instance().dbParameterGroups().getFirst().dbParameterGroupName();
      assertThat(
              rds.describeDBParameters(request -> request.dbParameterGroupName(group)).parameters())
          .filteredOn(parameter -> "rds.force_ssl".equals(parameter.parameterName()))
          .singleElement()
          .satisfies(parameter -> assertThat(parameter.parameterValue()).isEqualTo("1"));
    }

    /** The first run fills the empty secret, the second replaces the password in it. */
    void master(Aws aws) {
      String secret = handover.path("master_secret_arn").asString();
      String runbook = handover.path("runbooks").path("rotate_master_password").asString();
      assertThat(instance().masterUserSecret()).isNull();
      assertThat(describe(secret).kmsKeyId()).isEqualTo(key());
      assertThat(describe(secret).versionIdsToStages()).isEmpty();

      Runbook.run(aws, runbook);
      JsonNode first = JSON.readTree(value(secret));
      assertThat(first.path("username").asString()).isEqualTo(instance().masterUsername());
      assertThat(first.path("password").asString()).hasSize(48);
      Runbook.run(aws, runbook);
      assertThat(JSON.readTree(value(secret)).path("password"))
          .isNotEqualTo(first.path("password"));
      assertThat(describe(secret).versionIdsToStages().values())
          .containsExactlyInAnyOrder(List.of("AWSCURRENT"), List.of("AWSPREVIOUS"));
    }

    /** The entries that the chart platform expects. */
    void platform(Aws aws) {
      String runbook = handover.path("runbooks").path("fill_secrets").asString();
      List<String> entries = new ArrayList<>(handover.path("secret_arns").propertyNames());
      assertThat(entries)
          .contains(
              "internal-token", "judge-token", "signing-secret", "first-administrator-password");
      assertThat(Runbook.run(aws, runbook).path("filled").size()).isEqualTo(entries.size());
      Set<String> values =
          entries.stream()
              .map(name -> value("touchstone-prod/" + name))
              .collect(Collectors.toSet());
      assertThat(values).hasSameSizeAs(entries).allMatch(value -> value.length() == 64);

      assertThat(Runbook.run(aws, runbook).path("filled").size()).isZero();
      assertThat(entries).allMatch(name -> values.contains(value("touchstone-prod/" + name)));
    }

    private String value(String secret) {
      return secrets
          .getSecretValue(request -> request.secretId(secret).versionStage("AWSCURRENT"))
          .secretString();
    }

    private DescribeSecretResponse describe(String secret) {
      return secrets.describeSecret(request -> request.secretId(secret));
    }

    /** The address and user of the job that creates databases and roles. */
    void migration() {
      JsonNode settings = handover.path("migration_settings");
      assertThat(settings.path("DATABASE_URL").asString())
          .startsWith(
              "postgresql://%s@%s:%d/postgres?"
                  .formatted(
                      instance().masterUsername(),
                      instance().endpoint().address(),
                      instance().endpoint().port()))
          .contains("sslmode=verify-full");
      assertThat(settings.path("DATABASE_SECRET").asString())
          .isEqualTo(handover.path("master_secret_arn").asString());
    }

    /** An operator sets it: Terraform would keep it in the state. */
    void cache() {
      DescribeSecretResponse secret = describe(handover.path("cache_secret_arn").asString());
      assertThat(secret.kmsKeyId()).isEqualTo(key());
      assertThat(secret.versionIdsToStages()).isEmpty();
    }

    void buckets() {
      assertThat(handover.path("buckets").propertyNames())
          .containsExactlyInAnyOrder("assets", "uploads", "backups")
          .allSatisfy(purpose -> {
            String bucket = bucket(purpose);
            assertThat(
                    s3.getPublicAccessBlock(request -> request.bucket(bucket))
                        .publicAccessBlockConfiguration())
                .satisfies(block -> {
                  assertThat(block.blockPublicAcls()).isTrue();
                  assertThat(block.blockPublicPolicy()).isTrue();
                  assertThat(block.ignorePublicAcls()).isTrue();
                  assertThat(block.restrictPublicBuckets()).isTrue();
                });
            assertThat(s3.getBucketVersioning(request -> request.bucket(bucket)).statusAsString())
                .isEqualTo("Enabled");
          });
    }

    void encryption() {
      assertThat(encryption(bucket("uploads")).kmsMasterKeyID()).isEqualTo(key());
      assertThat(encryption(bucket("backups")).kmsMasterKeyID()).isEqualTo(key());
      assertThat(encryption(bucket("assets")).sseAlgorithmAsString()).isEqualTo("AES256");
    }

    private ServerSideEncryptionByDefault encryption(String bucket) {
      return s3.getBucketEncryption(request -> request.bucket(bucket))
          .serverSideEncryptionConfiguration()
          .rules()
          .getFirst()
          .applyServerSideEncryptionByDefault();
    }

    void copies() {
      assertThat(handover.path("copies").propertyNames())
          .containsExactlyInAnyOrder("uploads", "backups")
          .allSatisfy(purpose -> {
            String copy = handover.path("copies").path(purpose).path("name").asString();
            assertThat(
                    s3.getBucketReplication(request -> request.bucket(bucket(purpose)))
                        .replicationConfiguration()
                        .rules())
                .singleElement()
                .satisfies(rule ->
                    assertThat(rule.destination().bucket()).isEqualTo("arn:aws:s3:::" + copy));
            assertThat(
                    s3.getBucketLocation(request -> request.bucket(copy))
                        .locationConstraintAsString())
                .isEqualTo("us-west-2");
          });
    }

    void expiration() {
      assertThat(
              s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket("backups")))
                  .rules())
          .filteredOn(rule -> rule.expiration() != null)
          .allSatisfy(rule -> assertThat(rule.expiration().days()).isEqualTo(365))
          .extracting(rule -> rule.filter().prefix())
          .containsExactlyInAnyOrder("databases/", "state/", "manifests/"); // not "objects/"
    }

    void rotation() {
      assertThat(kms.getKeyRotationStatus(request -> request.keyId(key())).keyRotationEnabled())
          .isTrue();
    }
  }
}
