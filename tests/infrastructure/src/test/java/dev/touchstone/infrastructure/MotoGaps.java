package dev.touchstone.infrastructure;

import java.util.List;

/**
 * What moto 5.2.1 can't do. {@link Workspace} writes these into override files in the copy that is
 * applied; the sources stay complete, and {@code docs/testing.md} lists them.
 */
final class MotoGaps {
  /**
   * A resource, or a data source with {@code data.} before its type, that moto does not support. It
   * is left out of the copy and tested with mock providers only.
   *
   * @param folder the module's or root's folder below {@code infrastructure/}
   */
  record Missing(String folder, String type, String name, String reason) {}

  /**
   * Attributes that moto does not return or changes, so that every plan would set them again. The
   * copy ignores their changes.
   */
  record Forgotten(
      String folder, String type, String name, List<String> attributes, String reason) {}

  /**
   * An attribute that moto can't set, or that the provider waits for; the copy has another value.
   */
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
              "MonitorInstances is not supported"),
          new Changed(
              "modules/database",
              "aws_db_instance",
              "this",
              "ca_cert_identifier",
              "\"rds-ca-default\"",
              "a new instance returns this value; the provider would change it and wait once more"),
          new Changed(
              "modules/distribution",
              "aws_cloudfront_distribution",
              "this",
              "wait_for_deployment",
              "false",
              "a distribution is deployed at once; the provider would check after half a minute"));

  static final List<Missing> MISSING =
      List.of(
          new Missing(
              "modules/bucket",
              "aws_s3_bucket_policy",
              "this",
              "conditions are ignored: the denial of plain HTTP denies everything"),
          new Missing(
              "modules/pod-role",
              "aws_eks_pod_identity_association",
              "this",
              "CreatePodIdentityAssociation is not supported"),
          new Missing(
              "modules/cluster-access",
              "aws_eks_access_entry",
              "this",
              "access entries are not supported"),
          new Missing(
              "modules/cluster-access",
              "aws_eks_access_policy_association",
              "this",
              "access entries are not supported"),
          new Missing(
              "modules/node-group",
              "data.aws_ssm_parameter",
              "release",
              "the parameters with the images of EKS do not exist"),
          traffic("api"),
          traffic("kubelet"),
          traffic("webhooks"),
          new Missing(
              "roots/data",
              "aws_db_instance_automated_backups_replication",
              "this",
              "StartDBInstanceAutomatedBackupsReplication is not supported"),
          new Missing("modules/addons", "aws_eks_addon", "this", "CreateAddon is not supported"),
          new Missing(
              "modules/addons",
              "data.aws_eks_addon_version",
              "recommended",
              "DescribeAddonVersions is not supported"),
          new Missing(
              "modules/audit",
              "aws_cloudtrail",
              "this",
              "StartLogging accepts a trail's name, the provider sends its ARN"),
          new Missing("modules/audit", "aws_accessanalyzer_analyzer", "this", "not supported"),
          new Missing(
              "modules/audit",
              "aws_guardduty_detector_feature",
              "this",
              "a detector is returned without its features"),
          new Missing(
              "modules/database",
              "aws_db_instance",
              "replica",
              "a replica is a copy that shares the instance's own fields"),
          new Missing(
              "modules/cache",
              "aws_elasticache_subnet_group",
              "this",
              "DeleteCacheSubnetGroup is not supported"),
          new Missing(
              "modules/cache",
              "aws_elasticache_replication_group",
              "this",
              "ModifyReplicationGroup and most attributes are not supported"),
          new Missing(
              "modules/cache",
              "aws_elasticache_user",
              "application",
              "a user is returned without its authentication mode"),
          new Missing(
              "modules/cache",
              "aws_elasticache_user_group",
              "this",
              "CreateUserGroup is not supported"),
          new Missing(
              "modules/volume-backup",
              "aws_backup_selection",
              "this",
              "CreateBackupSelection is not supported"),
          new Missing(
              "modules/volume-backup", "aws_backup_plan", "this", "its tags are not returned"),
          new Missing(
              "modules/volume-backup", "aws_backup_vault", "this", "its tags are not returned"),
          new Missing("roots/data", "aws_backup_vault", "replica", "its tags are not returned"),
          new Missing(
              "modules/distribution",
              "aws_cloudfront_vpc_origin",
              "platform",
              "CreateVpcOrigin is not supported"),
          new Missing(
              "modules/distribution",
              "aws_cloudfront_response_headers_policy",
              "assets",
              "CreateResponseHeadersPolicy is not supported"),
          delivery("aws_cloudwatch_log_delivery_source"),
          delivery("aws_cloudwatch_log_delivery_destination"),
          delivery("aws_cloudwatch_log_delivery"),
          new Missing(
              "modules/alarms",
              "aws_cloudwatch_composite_alarm",
              "this",
              "its tags are not stored"),
          new Missing(
              "modules/budget",
              "aws_budgets_budget",
              "this",
              "DescribeSubscribersForNotification is not supported"),
          new Missing(
              "modules/slack",
              "aws_chatbot_slack_channel_configuration",
              "this",
              "the service is not supported"));

  static final List<Forgotten> FORGOTTEN =
      List.of(
          rule("ingress", "application"),
          rule("ingress", "application_nodes"),
          rule("ingress", "judge"),
          rule("egress", "application_nodes"),
          rule("egress", "judge"),
          rule("roots/cluster", "ingress", "judge_metrics"),
          rule("roots/cluster", "egress", "judge_metrics"),
          rule("ingress", "cache"),
          rule("ingress", "control_plane"),
          rule("ingress", "database"),
          rule("egress", "alb"),
          rule("egress", "application_data"),
          rule("egress", "bastion_database"),
          new Forgotten(
              "modules/network",
              "aws_network_acl",
              "this",
              List.of("ingress", "egress"),
              "a rule for ICMP is returned without its type and code"),
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
              List.of(
                  "remote_access",
                  "update_config",
                  "launch_template",
                  "node_repair_config",
                  "release_version"),
              "CreateNodegroup invents an SSH key, drops the configuration of updates and repair and returns the template twice"),
          new Forgotten(
              "modules/bastion",
              "aws_instance",
              "this",
              List.of("associate_public_ip_address", "vpc_security_group_ids"),
              "address and groups of a network interface created with the instance are dropped"),
          new Forgotten(
              "modules/node-group",
              "aws_launch_template",
              "this",
              List.of("tag_specifications", "vpc_security_group_ids"),
              "returns the template's own tags, too; the cluster has no group of its own"),
          new Forgotten(
              "modules/bucket",
              "aws_s3_bucket_replication_configuration",
              "this",
              List.of("rule"),
              "a rule is returned without encryption and delete markers"),
          new Forgotten(
              "modules/database",
              "aws_db_parameter_group",
              "this",
              List.of("parameter"),
              "a parameter is returned without its source, so the provider takes it for a default"),
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
              "cache policies, origin access control and certificate are not returned"));

  private static Missing delivery(String type) {
    return new Missing(
        "modules/distribution", type, "this", "the ARN of a distribution lacks its empty region");
  }

  /**
   * Whether a second plan breaks a rule only because moto does not return an attribute. The first
   * plans, those of dev and staging, must follow the rule.
   */
  static boolean hides(String violation) {
    return violation.startsWith(
            "encrypted-in-transit: module.database.aws_db_parameter_group.this ")
        || violation.startsWith("no-hidden-administrator: module.cluster.aws_eks_cluster.this ")
        || violation.startsWith(
            "encrypted-in-transit: module.distribution.aws_cloudfront_distribution.this ");
  }

  private MotoGaps() {}

  private static Missing traffic(String name) {
    return new Missing(
        "roots/cluster",
        "aws_vpc_security_group_ingress_rule",
        name,
        "a cluster has no security group of its own");
  }

  private static Forgotten rule(String direction, String name) {
    return rule("modules/security-groups", direction, name);
  }

  private static Forgotten rule(String folder, String direction, String name) {
    return new Forgotten(
        folder,
        "aws_vpc_security_group_" + direction + "_rule",
        name,
        List.of("description"),
        "the description of a rule that refers to a group is not returned");
  }
}
