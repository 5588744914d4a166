package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on tags, the metadata service and deletion protection. */
final class SafetyRules {
  private static final List<String> TAGS = List.of("Project", "Environment", "Owner", "ManagedBy");

  private static final Set<String> INSTANCES = Set.of("aws_instance", "aws_launch_template");

  /** Required values in prod, by type and attribute. */
  private static final Map<String, Map<String, Boolean>> PROTECTED =
      Map.of(
          "aws_db_instance", Map.of("deletion_protection", true, "skip_final_snapshot", false),
          "aws_lb", Map.of("enable_deletion_protection", true),
          "aws_s3_bucket", Map.of("force_destroy", false),
          "aws_ecr_repository", Map.of("force_delete", false));

  private SafetyRules() {}

  static Stream<String> oldMetadataService(Plan plan) {
    return plan.resources()
        .filter(resource -> INSTANCES.contains(resource.type()))
        .filter(resource ->
            !resource
                .values()
                .at("/metadata_options/0/http_tokens")
                .asString("")
                .equals("required"))
        .map(resource -> resource.address() + " allows IMDSv1");
  }

  /** Every resource that supports tags has {@code tags_all}. */
  static Stream<String> untagged(Plan plan) {
    return plan.resources()
        .filter(resource -> resource.values().has("tags_all"))
        .filter(resource -> !hasTags(resource))
        .map(resource -> resource.address() + " lacks one of " + TAGS);
  }

  private static boolean hasTags(Resource resource) {
    return TAGS.stream().allMatch(resource.values().path("tags_all")::has);
  }

  /**
   * A key pair opens the image's own user, with a shell and sudo, until the machine is replaced.
   */
  static Stream<String> keyPairs(Plan plan) {
    return Stream.concat(
            plan.resources("aws_key_pair"),
            plan.resources()
                .filter(resource -> INSTANCES.contains(resource.type()))
                .filter(resource -> !resource.text("key_name").isEmpty()))
        .map(Resource::address);
  }

  static Stream<String> unprotected(Plan plan) {
    return plan.resources()
        .flatMap(resource ->
            PROTECTED.getOrDefault(resource.type(), Map.of()).entrySet().stream()
                .filter(wanted ->
                    resource.values().path(wanted.getKey()).asBoolean(false) != wanted.getValue())
                .map(wanted -> resource.address() + ": " + wanted.getKey()));
  }
}
