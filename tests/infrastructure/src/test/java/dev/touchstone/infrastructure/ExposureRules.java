package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules on what the internet can reach. */
final class ExposureRules {
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");

  /** SSH, remote desktop, PostgreSQL, Redis, the Kubernetes API of a node. */
  private static final List<Integer> CLOSED_PORTS = List.of(22, 3389, 5432, 6379, 10250);

  /** The values of attributes that keep a type private. */
  private static final Map<String, Map<String, Boolean>> PRIVATE =
      Map.of(
          "aws_db_instance", Map.of("publicly_accessible", false),
          "aws_subnet", Map.of("map_public_ip_on_launch", false),
          "aws_s3_bucket_public_access_block",
              Map.of(
                  "block_public_acls", true,
                  "block_public_policy", true,
                  "ignore_public_acls", true,
                  "restrict_public_buckets", true));

  private ExposureRules() {}

  static Stream<String> openDoors(Plan plan) {
    return Stream.of(
            plan.resources("aws_vpc_security_group_ingress_rule")
                .flatMap(rule -> opening(rule, rule.values(), "cidr_ipv4", "cidr_ipv6")),
            plan.resources("aws_security_group_rule")
                .filter(rule -> rule.text("type").equals("ingress"))
                .flatMap(rule -> opening(rule, rule.values(), "cidr_blocks", "ipv6_cidr_blocks")),
            plan.resources("aws_security_group")
                .flatMap(group -> openings(group, "cidr_blocks", "ipv6_cidr_blocks")),
            plan.resources("aws_network_acl").flatMap(ExposureRules::openAcl))
        .flatMap(violations -> violations);
  }

  private static Stream<String> openings(Resource resource, String... sources) {
    return resource
        .values()
        .path("ingress")
        .valueStream()
        .flatMap(rule -> opening(resource, rule, sources));
  }

  private static Stream<String> opening(Resource resource, JsonNode rule, String... sources) {
    return Stream.of(sources)
        .map(rule::path)
        .flatMap(source -> source.isArray() ? source.valueStream() : Stream.of(source))
        .filter(source -> ANYWHERE.contains(source.asString("")))
        .flatMap(source -> closed(rule).map(port -> resource.address() + " opens " + port));
  }

  /** A network ACL also allows responses to any port above 1023, so only SSH can be checked. */
  private static Stream<String> openAcl(Resource acl) {
    return openings(acl, "cidr_block", "ipv6_cidr_block").filter(text -> text.endsWith(" 22"));
  }

  /** The closed ports that a rule opens; protocol -1 is every port. */
  private static Stream<Integer> closed(JsonNode rule) {
    boolean every =
        Stream.of("ip_protocol", "protocol")
            .anyMatch(name -> rule.path(name).asString("").equals("-1"));
    int first = every ? 0 : rule.path("from_port").asInt(0);
    int last = every ? 65535 : rule.path("to_port").asInt(65535);
    return IntStream.rangeClosed(0, CLOSED_PORTS.size() - 1)
        .mapToObj(CLOSED_PORTS::get)
        .filter(port -> first <= port && port <= last);
  }

  static Stream<String> publicResources(Plan plan) {
    return Stream.concat(
        plan.resources()
            .flatMap(resource ->
                PRIVATE.getOrDefault(resource.type(), Map.of()).entrySet().stream()
                    .filter(wanted ->
                        resource.values().path(wanted.getKey()).asBoolean(false)
                            != wanted.getValue())
                    .map(wanted -> resource.address() + ": " + wanted.getKey())),
        plan.resources("aws_eks_cluster")
            .filter(ExposureRules::openToTheWorld)
            .map(cluster -> cluster.address() + ": its API is open to the world"));
  }

  private static boolean openToTheWorld(Resource cluster) {
    JsonNode access = cluster.values().path("vpc_config").path(0);
    return access.path("endpoint_public_access").asBoolean(true)
        && (access.path("public_access_cidrs").isEmpty()
            || access
                .path("public_access_cidrs")
                .valueStream()
                .anyMatch(cidr -> ANYWHERE.contains(cidr.asString())));
  }
}
