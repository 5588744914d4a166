package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account of the deployment: what other programs than Terraform do in it. */
final class Account {
  private static final JsonMapper JSON = new JsonMapper();

  private final Aws aws;

  // Polled.
  private final S3Client buckets;
  private final SsmClient parameters;

  Account(Aws aws) {
    this.aws = aws;
    this.buckets = aws.client(S3Client.builder());
    this.parameters = aws.client(SsmClient.builder());
  }

  /** The bucket for the state, once bootstrap has created it. */
  Optional<String> stateBucket() {
    List<String> names =
        buckets.listBuckets().buckets().stream()
            .map(Bucket::name)
            .filter(name -> name.startsWith("touchstone-prod-state-"))
            .toList();
    assertThat(names).hasSizeLessThan(2);
    return names.stream().findAny();
  }

  /** The values that a root published, once it has. */
  Optional<JsonNode> handover(String root) {
    return parameter("/touchstone/prod/" + root).map(JSON::readTree);
  }

  /** Publishes the values of a root of prod for another environment. */
  void lendHandover(String root, String environment) {
    parameters.putParameter(request ->
        request
            .name("/touchstone/" + environment + "/" + root)
            .value(parameter("/touchstone/prod/" + root).orElseThrow())
            .type(ParameterType.STRING)
            .overwrite(true));
  }

  private Optional<String> parameter(String name) {
    try {
      return Optional.of(
          parameters.getParameter(request -> request.name(name)).parameter().value());
    } catch (ParameterNotFoundException exception) {
      return Optional.empty();
    }
  }

  /** Does what the AWS Load Balancer Controller does for an Ingress. */
  void makeLoadBalancer(JsonNode network, JsonNode cluster) {
    aws.client(ElasticLoadBalancingV2Client.builder())
        .createLoadBalancer(request ->
            request
                .name("k8s-touchstone")
                .subnets(
                    network
                        .path("public_subnet_ids")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .securityGroups(network.path("security_group_ids").path("alb").asString())
                .tags(
                    Tag.builder()
                        .key("elbv2.k8s.aws/cluster")
                        .value(cluster.path("cluster_name").asString())
                        .build()));
  }

  void deleteLoadBalancers() {
    ElasticLoadBalancingV2Client balancers = aws.client(ElasticLoadBalancingV2Client.builder());
    balancers
        .describeLoadBalancers()
        .loadBalancers()
        .forEach(balancer ->
            balancers.deleteLoadBalancer(
                request -> request.loadBalancerArn(balancer.loadBalancerArn())));
  }

  /**
   * Turns off deletion protection, as an operator must before a destroy: moto, like AWS, refuses to
   * delete a protected database.
   */
  void unprotectDatabase(String database) {
    RdsClient rds = aws.client(RdsClient.builder());
    assertThatThrownBy(
            () -> rds.deleteDBInstance(request -> request.dbInstanceIdentifier(database)))
        .hasMessageContaining("deletion protection");
    rds.modifyDBInstance(
        request -> request.dbInstanceIdentifier(database).deletionProtection(false));
  }

  /** A versioned bucket can be deleted only after all versions. */
  void empty(String bucket) {
    for (ObjectVersion version :
        buckets.listObjectVersions(request -> request.bucket(bucket)).versions()) {
      buckets.deleteObject(
          request -> request.bucket(bucket).key(version.key()).versionId(version.versionId()));
    }
    buckets
        .listObjectVersions(request -> request.bucket(bucket))
        .deleteMarkers()
        .forEach(marker ->
            buckets.deleteObject(
                request -> request.bucket(bucket).key(marker.key()).versionId(marker.versionId())));
  }

  void assertIsEmpty() {
    assertThat(buckets.listBuckets().buckets()).isEmpty();
    assertThat(aws.client(Ec2Client.builder()).describeVpcs().vpcs()).allMatch(Vpc::isDefault);
    assertThat(aws.client(RdsClient.builder()).describeDBInstances().dbInstances()).isEmpty();
    assertThat(aws.client(EksClient.builder()).listClusters().clusters()).isEmpty();
    assertThat(aws.client(IamClient.builder()).listRoles().roles())
        .extracting(Role::roleName)
        .noneMatch(name -> name.startsWith("touchstone-"));
  }
}
