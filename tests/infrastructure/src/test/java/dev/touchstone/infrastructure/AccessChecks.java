package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Permissions of bastion, workflows and pods; the audit trail. */
final class AccessChecks implements RootChecks {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String root() {
    return "access";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Deployed deployed =
        new Deployed(
            aws.client(Ec2Client.builder()),
            aws.client(IamClient.builder()),
            aws.client(S3Client.builder()),
            handover);
    return Stream.of(
        dynamicTest("the bastion requires IMDSv2 and its disk is encrypted", deployed::bastion),
        dynamicTest("workflows can apply only from their environment", deployed::apply),
        dynamicTest("pull requests can only plan", deployed::plan),
        dynamicTest("there is no static user", deployed::users),
        dynamicTest(
            "each pod has its permissions; judge, gateway and web have none", deployed::pods),
        dynamicTest("exercises reads and writes uploads and no other bucket", deployed::exercises),
        dynamicTest("the trail's bucket is private, versioned and encrypted", deployed::trail),
        dynamicTest("nobody can delete the trail within a year", deployed::lock),
        dynamicTest(
            "the apply role gives permissions only with the boundary and can't touch the trail",
            deployed::limits));
  }

  private record Deployed(Ec2Client ec2, IamClient iam, S3Client s3, JsonNode handover) {
    void bastion() {
      Instance bastion =
          ec2.describeInstances(
                  request -> request.instanceIds(handover.path("bastion_instance_id").asString()))
              .reservations()
              .getFirst()
              .instances()
              .getFirst();
      assertThat(bastion.instanceTypeAsString()).isEqualTo("t3.small");
      assertThat(bastion.metadataOptions().httpTokensAsString()).isEqualTo("required");
      assertThat(bastion.keyName()).isNull();
      List<String> volumes =
          bastion.blockDeviceMappings().stream().map(disk -> disk.ebs().volumeId()).toList();
      assertThat(ec2.describeVolumes(request -> request.volumeIds(volumes)).volumes())
          .isNotEmpty()
          .allMatch(volume -> volume.encrypted());
    }

    void apply() {
      assertThat(subjects("apply")).containsExactly("repo:owner/touchstone:environment:prod");
    }

    void plan() {
      assertThat(subjects("plan"))
          .containsExactlyInAnyOrder(
              "repo:owner/touchstone:pull_request", "repo:owner/touchstone:ref:refs/heads/main");
      assertThat(policy("touchstone-prod-github-plan", "state-and-no-data").toString())
          .contains("\"Deny\"", "secretsmanager:GetSecretValue");
    }

    void users() {
      assertThat(iam.listUsers().users()).isEmpty();
    }

    void pods() {
      assertThat(handover.path("pod_role_arns").propertyNames())
          .containsExactlyInAnyOrder(
              "user-management",
              "exercises",
              "scores",
              "operations",
              "database-migration",
              "external-secrets");
    }

    void exercises() {
      assertThat(
              policy("touchstone-prod-pod-exercises", "own")
                  .path("Statement")
                  .valueStream()
                  .map(statement -> statement.path("Resource").asString())
                  .filter(resource -> resource.startsWith("arn:aws:s3:::")))
          .hasSize(2)
          .allMatch(resource -> resource.contains("uploads"));
    }

    void trail() {
      String bucket = handover.path("trail_bucket_name").asString();
      assertThat(
              s3.getPublicAccessBlock(request -> request.bucket(bucket))
                  .publicAccessBlockConfiguration()
                  .restrictPublicBuckets())
          .isTrue();
      assertThat(s3.getBucketVersioning(request -> request.bucket(bucket)).statusAsString())
          .isEqualTo("Enabled");
      assertThat(
              s3.getBucketEncryption(request -> request.bucket(bucket))
                  .serverSideEncryptionConfiguration()
                  .rules())
          .singleElement()
          .satisfies(rule ->
              assertThat(rule.applyServerSideEncryptionByDefault().sseAlgorithmAsString())
                  .isEqualTo("aws:kms"));
    }

    void lock() {
      String bucket = handover.path("trail_bucket_name").asString();
      assertThat(
              s3.getObjectLockConfiguration(request -> request.bucket(bucket))
                  .objectLockConfiguration()
                  .rule()
                  .defaultRetention())
          .satisfies(retention -> {
            assertThat(retention.modeAsString()).isEqualTo("COMPLIANCE");
            assertThat(retention.days()).isEqualTo(365);
          });
    }

    void limits() {
      List<JsonNode> statements =
          policy("touchstone-prod-github-apply", "roots").path("Statement").valueStream().toList();
      assertThat(statements)
          .filteredOn(statement -> statement.path("Effect").asString().equals("Allow"))
          .filteredOn(
              statement -> statement.path("Action").toString().contains("\"iam:PutRolePolicy\""))
          .singleElement()
          .satisfies(statement ->
              assertThat(
                      statement
                          .at("/Condition/StringEquals")
                          .path("iam:PermissionsBoundary")
                          .asString())
                  .endsWith(":policy/touchstone-prod-boundary"));
      assertThat(statements)
          .filteredOn(statement -> statement.path("Effect").asString().equals("Deny"))
          .anySatisfy(statement ->
              assertThat(statement.toString())
                  .contains("cloudtrail:StopLogging", "s3:BypassGovernanceRetention")
                  .contains(
                      "arn:aws:s3:::" + handover.path("trail_bucket_name").asString() + "/*"));
      assertThat(
              iam.getRole(request -> request.roleName("touchstone-prod-pod-exercises"))
                  .role()
                  .permissionsBoundary()
                  .permissionsBoundaryArn())
          .endsWith(":policy/touchstone-prod-boundary");
    }

    private List<String> subjects(String purpose) {
      JsonNode subject =
          JSON.readTree(
                  decoded(
                      iam.getRole(request -> request.roleName("touchstone-prod-github-" + purpose))
                          .role()
                          .assumeRolePolicyDocument()))
              .at("/Statement/0/Condition/StringEquals")
              .path("token.actions.githubusercontent.com:sub");
      return subject.isArray()
          ? subject.valueStream().map(JsonNode::asString).toList()
          : List.of(subject.asString());
    }

    private JsonNode policy(String role, String name) {
      return JSON.readTree(
          decoded(
              iam.getRolePolicy(request -> request.roleName(role).policyName(name))
                  .policyDocument()));
    }

    /** IAM returns policies URL-encoded. */
    private static String decoded(String policy) {
      return URLDecoder.decode(policy, StandardCharsets.UTF_8);
    }
  }
}
