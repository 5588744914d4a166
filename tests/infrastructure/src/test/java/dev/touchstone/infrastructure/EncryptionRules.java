package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Data is encrypted at rest and in transit. */
final class EncryptionRules {
  /** Whether a resource of a type is encrypted at rest. */
  private static final Map<String, Predicate<Resource>> AT_REST =
      Map.ofEntries(
          Map.entry("aws_ebs_volume", isTrue("encrypted")),
          Map.entry("aws_instance", blocks("root_block_device", "/encrypted")),
          Map.entry("aws_launch_template", blocks("block_device_mappings", "/ebs/0/encrypted")),
          Map.entry("aws_db_instance", isTrue("storage_encrypted")),
          Map.entry("aws_elasticache_replication_group", isTrue("at_rest_encryption_enabled")),
          Map.entry("aws_efs_file_system", isTrue("encrypted")),
          Map.entry("aws_eks_cluster", resource -> hasBlock(resource, "encryption_config")),
          Map.entry("aws_cloudtrail", isSet("kms_key_id")),
          Map.entry("aws_sns_topic", isSet("kms_master_key_id")),
          Map.entry(
              "aws_ecr_repository", resource -> hasBlock(resource, "encryption_configuration")),
          Map.entry("aws_backup_vault", isSet("kms_key_arn")),
          Map.entry("aws_kms_key", isTrue("enable_key_rotation")));

  private static final Map<String, Predicate<Resource>> IN_TRANSIT =
      Map.of(
          "aws_elasticache_replication_group",
          isTrue("transit_encryption_enabled"),
          "aws_lb_listener",
          listener -> !listener.text("protocol").equals("HTTP") || redirects(listener),
          "aws_cloudfront_distribution",
          distribution ->
              distribution
                  .values()
                  .at("/viewer_certificate/0/minimum_protocol_version")
                  .asString("")
                  .startsWith("TLSv1.2"),
          "aws_db_parameter_group",
          group ->
              group
                  .values()
                  .path("parameter")
                  .valueStream()
                  .anyMatch(parameter ->
                      parameter.path("name").asString("").equals("rds.force_ssl")
                          && parameter.path("value").asString("").equals("1")));

  private EncryptionRules() {}

  static Stream<String> unencrypted(Plan plan) {
    return Stream.concat(
        broken(plan, AT_REST, "is not encrypted at rest"),
        plan.resources("aws_s3_bucket")
            .filter(bucket -> !hasSibling(plan, bucket))
            .map(bucket -> bucket.address() + " has no encryption configuration"));
  }

  static Stream<String> plainTraffic(Plan plan) {
    return broken(plan, IN_TRANSIT, "allows unencrypted traffic");
  }

  private static Stream<String> broken(
      Plan plan, Map<String, Predicate<Resource>> rules, String what) {
    return plan.resources()
        .filter(resource -> !rules.getOrDefault(resource.type(), all -> true).test(resource))
        .map(resource -> resource.address() + " " + what);
  }

  /** A bucket's encryption is a separate resource, in the same module. */
  private static boolean hasSibling(Plan plan, Resource bucket) {
    return plan.resources("aws_s3_bucket_server_side_encryption_configuration")
        .anyMatch(encryption -> encryption.module().equals(bucket.module()));
  }

  private static Predicate<Resource> isTrue(String attribute) {
    // A launch template has its booleans as text.
    return resource -> resource.values().path(attribute).asString("").equals("true");
  }

  /**
   * Set, or not known until the resource that it refers to is created: then it is absent, not null.
   */
  private static Predicate<Resource> isSet(String attribute) {
    return resource -> {
      JsonNode value = resource.values().path(attribute);
      return value.isMissingNode() || !value.asString("").isEmpty();
    };
  }

  private static Predicate<Resource> blocks(String list, String attribute) {
    return resource ->
        hasBlock(resource, list)
            && resource
                .values()
                .path(list)
                .valueStream()
                .allMatch(block -> block.at(attribute).asString("").equals("true"));
  }

  private static boolean hasBlock(Resource resource, String list) {
    return !resource.values().path(list).isEmpty();
  }

  private static boolean redirects(Resource listener) {
    return listener.values().at("/default_action/0/type").asString("").equals("redirect");
  }
}
