package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;

/** The network is the document's: subnets, routes and allowed connections. */
final class NetworkChecks implements RootChecks {
  @Override
  public String root() {
    return "network";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Network network = new Network(aws.client(Ec2Client.builder()), handover);
    return Stream.of(
        dynamicTest("the subnets have the document's ranges", network::subnets),
        dynamicTest("private subnets use the NAT gateway of their zone", network::routes),
        dynamicTest(
            "the load balancer accepts HTTP and HTTPS from anywhere", network::loadBalancer),
        dynamicTest(
            "application nodes accept the load balancer, one another, and judges at their ports",
            network::application),
        dynamicTest("only the kubelet of a judge node can be reached", network::judge),
        dynamicTest(
            "the database accepts connections from application and bastion only",
            network::database),
        dynamicTest("the cache accepts connections from application only", network::cache),
        dynamicTest("the default security group allows nothing", network::defaultGroup),
        dynamicTest("no network ACL allows SSH from the internet", network::networkAcls),
        dynamicTest("S3 and ECR have endpoints in the VPC", network::endpoints),
        dynamicTest("flow logs record all traffic", network::flowLogs));
  }

  private static final String ICMP = "1";

  private record Network(Ec2Client ec2, JsonNode handover) {
    private String vpc() {
      return handover.path("vpc_id").asString();
    }

    private String group(String name) {
      return handover.path("security_group_ids").path(name).asString();
    }

    private Filter ofVpc() {
      return Filter.builder().name("vpc-id").values(vpc()).build();
    }

    void subnets() {
      List<Subnet> subnets = ec2.describeSubnets(request -> request.filters(ofVpc())).subnets();
      assertThat(subnets)
          .extracting(subnet -> subnet.availabilityZone() + " " + subnet.cidrBlock())
          .containsExactlyInAnyOrder(
              "us-east-1a 10.0.1.0/24",
              "us-east-1b 10.0.2.0/24",
              "us-east-1c 10.0.3.0/24",
              "us-east-1a 10.0.11.0/24",
              "us-east-1b 10.0.12.0/24",
              "us-east-1c 10.0.13.0/24");
      assertThat(subnets).noneMatch(Subnet::mapPublicIpOnLaunch);
    }

    void routes() {
      assertThat(
              ec2.describeNatGateways(request -> request.filter(ofVpc())).natGateways().stream()
                  .filter(gateway -> gateway.state() == NatGatewayState.AVAILABLE))
          .hasSize(3);
      Set<String> ways =
          handover
              .path("private_subnet_ids")
              .valueStream()
              .map(JsonNode::asString)
              .map(this::wayOut)
              .collect(Collectors.toSet());
      assertThat(ways).hasSize(3).allMatch(way -> way.startsWith("nat-"));
    }

    private String wayOut(String subnet) {
      return ec2
          .describeRouteTables(request ->
              request.filters(
                  Filter.builder().name("association.subnet-id").values(subnet).build()))
          .routeTables()
          .getFirst()
          .routes()
          .stream()
          .filter(route -> "0.0.0.0/0".equals(route.destinationCidrBlock()))
          .map(route -> String.valueOf(route.natGatewayId()))
          .findFirst()
          .orElse("none");
    }

    void loadBalancer() {
      assertThat(inbound("alb")).containsExactlyInAnyOrder("80-80 0.0.0.0/0", "443-443 0.0.0.0/0");
    }

    void application() {
      assertThat(inbound("application"))
          .filteredOn(entry -> !entry.endsWith(" " + group("application")))
          .containsExactlyInAnyOrder(
              "3000-3000 " + group("alb"),
              "8080-8080 " + group("alb"),
              "5001-5003 " + group("alb"),
              "53-53 " + group("judge"),
              "53-53 " + group("judge"),
              "5002-5002 " + group("judge"),
              "5003-5003 " + group("judge"));
    }

    void judge() {
      assertThat(inbound("judge")).containsExactly("10250-10250 " + group("application"));
    }

    void database() {
      assertThat(inbound("database"))
          .containsExactlyInAnyOrder(
              "5432-5432 " + group("application"), "5432-5432 " + group("bastion"));
    }

    void cache() {
      assertThat(inbound("cache")).containsExactly("6379-6379 " + group("application"));
    }

    /** Each source with its ports: {@code 5432-5432 sg-1}. */
    List<String> inbound(String name) {
      return ec2
          .describeSecurityGroups(request -> request.groupIds(group(name)))
          .securityGroups()
          .getFirst()
          .ipPermissions()
          .stream()
          .flatMap(Network::sources)
          .toList();
    }

    private static Stream<String> sources(IpPermission permission) {
      String ports = permission.fromPort() + "-" + permission.toPort() + " ";
      return Stream.of(
              permission.ipRanges().stream().map(range -> range.cidrIp()),
              permission.ipv6Ranges().stream().map(range -> range.cidrIpv6()),
              permission.userIdGroupPairs().stream().map(pair -> pair.groupId()))
          .flatMap(sources -> sources)
          .map(source -> ports + source);
    }

    void defaultGroup() {
      assertThat(
              ec2.describeSecurityGroups(request ->
                      request.filters(
                          ofVpc(), Filter.builder().name("group-name").values("default").build()))
                  .securityGroups())
          .singleElement()
          .satisfies(group -> {
            assertThat(group.ipPermissions()).isEmpty();
            assertThat(group.ipPermissionsEgress()).isEmpty();
          });
    }

    void networkAcls() {
      List<NetworkAclEntry> fromAnywhere =
          ec2.describeNetworkAcls(request -> request.filters(ofVpc())).networkAcls().stream()
              .filter(acl -> !acl.isDefault())
              .flatMap(acl -> acl.entries().stream())
              .filter(entry -> !entry.egress() && "0.0.0.0/0".equals(entry.cidrBlock()))
              .filter(entry -> "allow".equals(entry.ruleActionAsString()))
              .filter(entry -> !ICMP.equals(entry.protocol()))
              .toList();
      assertThat(fromAnywhere)
          .isNotEmpty()
          .noneMatch(entry -> entry.portRange().from() <= 22 && entry.portRange().to() >= 22);
    }

    void endpoints() {
      assertThat(ec2.describeVpcEndpoints(request -> request.filters(ofVpc())).vpcEndpoints())
          .extracting(VpcEndpoint::serviceName)
          .containsExactlyInAnyOrder(
              "com.amazonaws.us-east-1.s3",
              "com.amazonaws.us-east-1.ecr.api",
              "com.amazonaws.us-east-1.ecr.dkr");
    }

    void flowLogs() {
      assertThat(
              ec2.describeFlowLogs(request ->
                      request.filter(Filter.builder().name("resource-id").values(vpc()).build()))
                  .flowLogs())
          .singleElement()
          .satisfies(log -> {
            assertThat(log.trafficTypeAsString()).isEqualTo("ALL");
            assertThat(log.logDestination())
                .endsWith(":" + handover.path("flow_log_group_name").asString());
          });
    }
  }
}
