package dev.touchstone.infrastructure;

import java.util.List;

/**
 * What moto 5.2.1 can't do. {@link Workspace} writes these into override files beside the copy that
 * is applied; the sources stay complete, and {@code docs/testing.md} lists them for readers.
 */
final class MotoGaps {
  /**
   * A resource, or a data source with {@code data.} before its type, that moto lacks or breaks. It
   * is left out of the copy and tested with mock providers alone.
   *
   * @param folder the module's or root's folder below {@code infrastructure/}
   */
  record Missing(String folder, String type, String name, String reason) {}

  /**
   * Attributes that moto forgets or answers differently, so that every plan would want them again.
   * In the copy their changes are ignored.
   */
  record Forgotten(
      String folder, String type, String name, List<String> attributes, String reason) {}

  /** An attribute that moto can't take, or waits for in vain; the copy has another value. */
  record Changed(
      String folder, String type, String name, String attribute, String value, String reason) {}

  static final List<Changed> CHANGED =
      List.of(
          new Changed(
              "modules/bastion",
              "aws_instance",
              "this",
              "monitoring",
              "false",
              "MonitorInstances is not there"),
          new Changed(
              "modules/database",
              "aws_db_instance",
              "this",
              "ca_cert_identifier",
              "\"rds-ca-default\"",
              "a new instance answers this one; the provider would change it and wait once more"),
          new Changed(
              "modules/distribution",
              "aws_cloudfront_distribution",
              "this",
              "wait_for_deployment",
              "false",
              "a distribution is deployed at once; the provider would look after half a minute"));

  static final List<Missing> MISSING =
      List.of(
          new Missing(
              "modules/bucket",
              "aws_s3_bucket_policy",
              "this",
              "conditions are not read: the denial of plain HTTP denies everything"),
          new Missing(
              "modules/pod-role",
              "aws_eks_pod_identity_association",
              "this",
              "CreatePodIdentityAssociation is not there"),
          new Missing("modules/cluster", "aws_eks_access_entry", "this", "no access entries"),
          new Missing(
              "modules/cluster", "aws_eks_access_policy_association", "this", "no access entries"),
          new Missing("modules/addons", "aws_eks_addon", "this", "CreateAddon is not there"),
          new Missing(
              "modules/addons",
              "data.aws_eks_addon_version",
              "recommended",
              "DescribeAddonVersions is not there"),
          new Missing(
              "modules/audit",
              "aws_cloudtrail",
              "this",
              "StartLogging knows a trail by its name, the provider by its ARN"),
          new Missing("modules/audit", "aws_accessanalyzer_analyzer", "this", "not there"),
          new Missing(
              "modules/audit",
              "aws_guardduty_detector_feature",
              "this",
              "a detector answers without its features"),
          new Missing(
              "modules/database",
              "aws_db_instance",
              "replica",
              "a replica is a copy that shares the instance's own fields"),
          new Missing(
              "modules/cache",
              "aws_elasticache_subnet_group",
              "this",
              "DeleteCacheSubnetGroup is not there"),
          new Missing(
              "modules/cache",
              "aws_elasticache_replication_group",
              "this",
              "ModifyReplicationGroup and most of its attributes are not there"),
          new Missing(
              "modules/cache",
              "aws_elasticache_user",
              "application",
              "a user answers without its way of signing in"),
          new Missing(
              "modules/cache",
              "aws_elasticache_user_group",
              "this",
              "CreateUserGroup is not there"),
          new Missing(
              "modules/volume-backup",
              "aws_backup_selection",
              "this",
              "CreateBackupSelection is not there"),
          new Missing(
              "modules/volume-backup", "aws_backup_plan", "this", "its tags are never answered"),
          new Missing(
              "modules/volume-backup", "aws_backup_vault", "this", "its tags are never answered"),
          new Missing("roots/data", "aws_backup_vault", "replica", "its tags are never answered"),
          new Missing(
              "modules/distribution",
              "aws_cloudfront_response_headers_policy",
              "assets",
              "CreateResponseHeadersPolicy is not there"),
          delivery("aws_cloudwatch_log_delivery_source"),
          delivery("aws_cloudwatch_log_delivery_destination"),
          delivery("aws_cloudwatch_log_delivery"),
          new Missing(
              "modules/alarms", "aws_cloudwatch_composite_alarm", "this", "its tags are not taken"),
          new Missing(
              "modules/budget",
              "aws_budgets_budget",
              "this",
              "DescribeSubscribersForNotification is not there"),
          new Missing(
              "modules/slack",
              "aws_chatbot_slack_channel_configuration",
              "this",
              "the service is not there"));

  static final List<Forgotten> FORGOTTEN =
      List.of(
          rule("ingress", "application"),
          rule("ingress", "cache"),
          rule("ingress", "control_plane"),
          rule("ingress", "database"),
          rule("egress", "alb"),
          rule("egress", "application_data"),
          rule("egress", "bastion_database"),
          new Forgotten(
              "modules/cluster",
              "aws_eks_cluster",
              "this",
              List.of("access_config", "bootstrap_self_managed_addons", "upgrade_policy"),
              "CreateCluster drops them"),
          new Forgotten(
              "modules/node-group",
              "aws_eks_node_group",
              "this",
              List.of("remote_access", "update_config", "launch_template"),
              "CreateNodegroup makes up an SSH key, drops the update rule, names the template twice"),
          new Forgotten(
              "modules/bastion",
              "aws_instance",
              "this",
              List.of("associate_public_ip_address", "vpc_security_group_ids"),
              "of a network interface given with the instance, address and groups are dropped"),
          new Forgotten(
              "modules/node-group",
              "aws_launch_template",
              "this",
              List.of("tag_specifications", "vpc_security_group_ids"),
              "the template's own tags are answered among them; the cluster has no group of its own"),
          new Forgotten(
              "modules/bucket",
              "aws_s3_bucket_replication_configuration",
              "this",
              List.of("rule"),
              "a rule answers without its encryption and with delete markers left out"),
          new Forgotten(
              "modules/database",
              "aws_db_parameter_group",
              "this",
              List.of("parameter"),
              "a parameter answers without who set it, so the provider takes it for the engine's"),
          new Forgotten(
              "modules/database",
              "aws_db_instance",
              "this",
              List.of(
                  "monitoring_interval",
                  "monitoring_role_arn",
                  "performance_insights_enabled",
                  "performance_insights_kms_key_id",
                  "performance_insights_retention_period"),
              "CreateDBInstance drops them"),
          new Forgotten(
              "modules/distribution",
              "aws_cloudfront_distribution",
              "this",
              List.of(
                  "default_cache_behavior",
                  "ordered_cache_behavior",
                  "origin",
                  "viewer_certificate"),
              "cache policies, origin access control and certificate are not answered"));

  private static Missing delivery(String type) {
    return new Missing(
        "modules/distribution", type, "this", "the ARN of a distribution lacks its empty region");
  }

  /**
   * Whether a rule is broken on a second plan only because moto forgot what it was told. The first
   * plans, those of dev and staging, must keep the rule.
   */
  static boolean hides(String violation) {
    return violation.startsWith(
            "encrypted-in-transit: module.database.aws_db_parameter_group.this ")
        || violation.startsWith(
            "encrypted-in-transit: module.distribution.aws_cloudfront_distribution.this ");
  }

  private MotoGaps() {}

  private static Forgotten rule(String direction, String name) {
    return new Forgotten(
        "modules/security-groups",
        "aws_vpc_security_group_" + direction + "_rule",
        name,
        List.of("description"),
        "the description of a rule that names a group is not answered");
  }
}
