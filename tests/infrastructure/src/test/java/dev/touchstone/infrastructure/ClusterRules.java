package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules on clusters and their images. */
final class ClusterRules {
  private static final JsonMapper JSON = new JsonMapper();

  private ClusterRules() {}

  /** Only access entries show who may use a cluster; the creator's own access appears nowhere. */
  static Stream<String> creators(Plan plan) {
    return plan.resources("aws_eks_cluster")
        .filter(cluster ->
            cluster
                .values()
                .at("/access_config/0/bootstrap_cluster_creator_admin_permissions")
                .asBoolean(true))
        .map(cluster -> cluster.address() + " makes its creator an administrator");
  }

  /**
   * A rule of a registry may delete images only by a tag, and only after a rule that keeps those
   * that are deployed: an image that one rule selects is out of reach for the later ones.
   */
  static Stream<String> deletedImages(Plan plan) {
    return plan.resources("aws_ecr_lifecycle_policy")
        .filter(policy -> !keepsDeployed(policy))
        .map(policy -> policy.address() + " may delete an image that runs");
  }

  private static boolean keepsDeployed(Resource policy) {
    List<JsonNode> rules =
        JSON.readTree(policy.text("policy"))
            .path("rules")
            .valueStream()
            .sorted(Comparator.comparingInt(rule -> rule.path("rulePriority").asInt()))
            .toList();
    return rules.getFirst().at("/selection/tagPatternList/0").asString("").equals("deployed-*")
        && rules.getFirst().at("/selection/countNumber").asInt(0) >= 1000
        && rules.stream()
            .allMatch(rule -> rule.at("/selection/tagStatus").asString("").equals("tagged"));
  }
}
