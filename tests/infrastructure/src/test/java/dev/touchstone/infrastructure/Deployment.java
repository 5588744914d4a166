package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
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
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform on moto: made from a copy of the sources, its state in moto's S3 as it would be in
 * AWS's.
 */
final class Deployment implements AutoCloseable {
  private static final String ENVIRONMENT = "prod";

  private final Moto moto = Moto.start();
  private final Workspace workspace = Workspace.create();
  private final Aws aws = new Aws(moto.address());
  private final Provider provider = Provider.start(moto.environment());

  /** By root; what is destroyed is taken out. */
  private final Map<String, Terraform> applied = new HashMap<>();

  private final Terraform bootstrap = terraform(workspace.bootstrap());

  static Deployment start() {
    return new Deployment();
  }

  Aws aws() {
    return aws;
  }

  /** Makes the bucket for the state, as the operator does first. */
  void bootstrap() {
    bootstrap.init(List.of());
    bootstrap.apply(Sources.variables(ENVIRONMENT, "bootstrap"));
    assertThat(stateBuckets()).hasSize(1);
  }

  /** Applies a root with the values of prod. */
  void apply(String root) {
    if (root.equals("edge")) {
      makeLoadBalancer();
    }
    Terraform terraform = terraform(workspace.root(root));
    terraform.init(List.of("bucket=" + stateBuckets().getFirst(), "region=us-east-1"));
    terraform.apply(Sources.variables(ENVIRONMENT, root));
    applied.put(root, terraform);
  }

  /** What a root left to the roots after it. */
  JsonNode handover(String root) {
    applied(root);
    return new JsonMapper()
        .readTree(
            aws.client(SsmClient.builder())
                .getParameter(request -> request.name("/touchstone/prod/" + root))
                .parameter()
                .value());
  }

  /** Plans a root that is applied. */
  Plan planAgain(String root) {
    Terraform terraform = applied(root);
    return new Plan(terraform.show(terraform.plan(Sources.variables(ENVIRONMENT, root))));
  }

  /**
   * Plans a root of another environment from nothing. Its state is apart; what the roots before it
   * would leave is taken from prod.
   */
  Plan plan(String environment, String root) {
    Terraform terraform = applied(root).with("TF_WORKSPACE", environment);
    lendHandovers(environment);
    return new Plan(terraform.show(terraform.plan(Sources.variables(environment, root))));
  }

  private void lendHandovers(String environment) {
    SsmClient ssm = aws.client(SsmClient.builder());
    for (Parameter parameter :
        ssm.getParametersByPath(request -> request.path("/touchstone/prod")).parameters()) {
      ssm.putParameter(request ->
          request
              .name(parameter.name().replace("/prod/", "/" + environment + "/"))
              .value(parameter.value())
              .type(ParameterType.STRING)
              .overwrite(true));
    }
  }

  void destroy(String root) {
    if (root.equals("network")) {
      deleteLoadBalancers();
    }
    if (root.equals("data")) {
      unprotectDatabase();
    }
    applied(root).destroy(Sources.variables(ENVIRONMENT, root));
    applied.remove(root);
  }

  /** As the AWS Load Balancer Controller does in the cluster, for an Ingress. */
  private void makeLoadBalancer() {
    JsonNode network = handover("network");
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
                        .value(handover("cluster").path("cluster_name").asString())
                        .build()));
  }

  private void deleteLoadBalancers() {
    ElasticLoadBalancingV2Client balancers = aws.client(ElasticLoadBalancingV2Client.builder());
    balancers
        .describeLoadBalancers()
        .loadBalancers()
        .forEach(balancer ->
            balancers.deleteLoadBalancer(
                request -> request.loadBalancerArn(balancer.loadBalancerArn())));
  }

  /**
   * AWS refuses to delete a protected database, and so does moto: the operator takes that off
   * first.
   */
  private void unprotectDatabase() {
    RdsClient rds = aws.client(RdsClient.builder());
    String database = handover("data").path("database_identifier").asString();
    assertThatThrownBy(
            () -> rds.deleteDBInstance(request -> request.dbInstanceIdentifier(database)))
        .hasMessageContaining("deletion protection");
    rds.modifyDBInstance(
        request -> request.dbInstanceIdentifier(database).deletionProtection(false));
  }

  /** Also the bucket of the state goes, which the operator empties first. */
  void assertNothingRemains() {
    Assumptions.assumeTrue(applied.isEmpty(), () -> "not destroyed: " + applied.keySet());
    S3Client s3 = aws.client(S3Client.builder());
    String bucket = stateBuckets().getFirst();
    for (ObjectVersion version :
        s3.listObjectVersions(request -> request.bucket(bucket)).versions()) {
      s3.deleteObject(
          request -> request.bucket(bucket).key(version.key()).versionId(version.versionId()));
    }
    s3.listObjectVersions(request -> request.bucket(bucket))
        .deleteMarkers()
        .forEach(marker ->
            s3.deleteObject(
                request -> request.bucket(bucket).key(marker.key()).versionId(marker.versionId())));
    bootstrap.destroy(Sources.variables(ENVIRONMENT, "bootstrap"));

    assertThat(s3.listBuckets().buckets()).isEmpty();
    assertThat(aws.client(Ec2Client.builder()).describeVpcs().vpcs()).allMatch(Vpc::isDefault);
    assertThat(aws.client(RdsClient.builder()).describeDBInstances().dbInstances()).isEmpty();
    assertThat(aws.client(EksClient.builder()).listClusters().clusters()).isEmpty();
    assertThat(aws.client(IamClient.builder()).listRoles().roles())
        .extracting(Role::roleName)
        .noneMatch(name -> name.startsWith("touchstone-"));
  }

  /** A root with a provider of its own in a second region can't share the one that runs. */
  private Terraform terraform(Path root) {
    Map<String, String> environment = new HashMap<>(moto.environment());
    if (!Sources.text(root).contains("  alias ")) {
      environment.putAll(provider.environment());
    }
    return new Terraform(root, environment);
  }

  @Override
  public void close() {
    provider.close();
    moto.close();
  }

  private List<String> stateBuckets() {
    return aws.client(S3Client.builder()).listBuckets().buckets().stream()
        .map(Bucket::name)
        .filter(name -> name.startsWith("touchstone-prod-state-"))
        .toList();
  }

  private Terraform applied(String root) {
    Terraform terraform = applied.get(root);
    if (terraform == null) {
      return Assumptions.abort(root + " was not applied");
    }
    return terraform;
  }
}
