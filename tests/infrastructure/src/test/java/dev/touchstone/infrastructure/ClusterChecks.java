package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import tools.jackson.databind.JsonNode;

/** The cluster is the document's: private, encrypted, logged, with separate judge nodes. */
final class ClusterChecks implements RootChecks {
  @Override
  public String root() {
    return "cluster";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Deployed deployed =
        new Deployed(
            aws.client(EksClient.builder()),
            aws.client(Ec2Client.builder()),
            aws.client(IamClient.builder()),
            handover.path("cluster_name").asString());
    return Stream.of(
        dynamicTest(
            "the API is private, secrets are encrypted, logs are on", deployed::controlPlane),
        dynamicTest("nodes are in every zone", deployed::zones),
        dynamicTest(
            "the hop limit is two for application nodes and one for judge nodes",
            deployed::metadata),
        dynamicTest("judge nodes are tainted", deployed::judgeTaint),
        dynamicTest("nodes' disks are encrypted gp3", deployed::disks),
        dynamicTest(
            "nodes may only join the cluster, pull images and use Session Manager",
            deployed::nodeRights),
        dynamicTest("IAM trusts the cluster's tokens", () -> deployed.trusts(handover)),
        dynamicTest("the load balancer controller gets the VPC id", () -> controller(handover)));
  }

  private static void controller(JsonNode handover) {
    JsonNode values = handover.path("load_balancer_controller");
    assertThat(values.path("vpcId").asString()).startsWith("vpc-");
    assertThat(values.path("clusterName")).isEqualTo(handover.path("cluster_name"));
  }

  private record Deployed(EksClient eks, Ec2Client ec2, IamClient iam, String name) {
    private static final String APPLICATION = "touchstone-prod-application";
    private static final String JUDGE = "touchstone-prod-judge";

    void controlPlane() {
      Cluster cluster = eks.describeCluster(request -> request.name(name)).cluster();
      assertThat(cluster.name()).isEqualTo("eks-1");
      assertThat(cluster.version()).isEqualTo("1.36");
      assertThat(cluster.resourcesVpcConfig().endpointPrivateAccess()).isTrue();
      assertThat(cluster.resourcesVpcConfig().endpointPublicAccess()).isFalse();
      assertThat(cluster.encryptionConfig())
          .singleElement()
          .satisfies(encryption -> assertThat(encryption.provider().keyArn()).contains(":key/"));
      assertThat(cluster.logging().clusterLogging())
          .anySatisfy(logging -> {
            assertThat(logging.enabled()).isTrue();
            assertThat(logging.typesAsStrings()).contains("audit", "authenticator");
          });
    }

    void zones() {
      assertThat(List.of(group(APPLICATION), group(JUDGE)))
          .allSatisfy(group -> assertThat(group.subnets()).hasSize(3));
    }

    void metadata() {
      assertThat(template(APPLICATION).metadataOptions().httpPutResponseHopLimit()).isEqualTo(2);
      assertThat(template(JUDGE).metadataOptions().httpPutResponseHopLimit()).isEqualTo(1);
      assertThat(List.of(template(APPLICATION), template(JUDGE)))
          .allSatisfy(template -> {
            assertThat(template.metadataOptions().httpTokensAsString()).isEqualTo("required");
            assertThat(template.metadataOptions().instanceMetadataTagsAsString())
                .isEqualTo("disabled");
          });
    }

    void judgeTaint() {
      assertThat(group(JUDGE).taints())
          .singleElement()
          .satisfies(taint -> {
            assertThat(taint.key()).isEqualTo("touchstone.dev/judge");
            assertThat(taint.effectAsString()).isEqualTo("NO_SCHEDULE");
          });
      assertThat(group(APPLICATION).taints()).isEmpty();
    }

    void disks() {
      assertThat(List.of(template(APPLICATION), template(JUDGE)))
          .flatExtracting(ResponseLaunchTemplateData::blockDeviceMappings)
          .isNotEmpty()
          .allSatisfy(disk -> {
            assertThat(disk.ebs().encrypted()).isTrue();
            assertThat(disk.ebs().volumeTypeAsString()).isEqualTo("gp3");
          });
    }

    void nodeRights() {
      assertThat(
              iam.listAttachedRolePolicies(request -> request.roleName(JUDGE + "-node"))
                  .attachedPolicies())
          .extracting(AttachedPolicy::policyName)
          .containsExactlyInAnyOrder(
              "AmazonEKSWorkerNodePolicy",
              "AmazonEC2ContainerRegistryPullOnly",
              "AmazonSSMManagedInstanceCore");
    }

    void trusts(JsonNode handover) {
      assertThat(
              iam.getOpenIDConnectProvider(request ->
                      request.openIDConnectProviderArn(
                          handover.path("oidc_provider_arn").asString()))
                  .clientIDList())
          .containsExactly("sts.amazonaws.com");
    }

    private Nodegroup group(String group) {
      return eks.describeNodegroup(request -> request.clusterName(name).nodegroupName(group))
          .nodegroup();
    }

    private ResponseLaunchTemplateData template(String template) {
      return ec2.describeLaunchTemplateVersions(
              request -> request.launchTemplateName(template).versions("$Latest"))
          .launchTemplateVersions()
          .getFirst()
          .launchTemplateData();
    }
  }
}
