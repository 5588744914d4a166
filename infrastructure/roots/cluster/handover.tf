locals {
  handover = {
    cluster_name                        = module.cluster.name
    cluster_arn                         = module.cluster.arn
    cluster_endpoint                    = module.cluster.endpoint
    cluster_security_group_id           = module.cluster.security_group_id
    cluster_log_group_name              = module.cluster.log_group_name
    oidc_provider_arn                   = module.cluster.oidc_provider_arn
    oidc_issuer                         = module.cluster.oidc_issuer
    pod_identity                        = var.pod_identity
    network_policies                    = var.network_policies
    container_insights                  = var.container_insights
    application_log_group_name          = one([for stream, group in aws_cloudwatch_log_group.containers : group.name if stream == "application"])
    node_role_arns                      = { application = module.application_nodes.role_arn, judge = module.judge_nodes.role_arn }
    load_balancer_controller            = module.load_balancer_controller.helm_values
    cluster_autoscaler_role_arn         = module.cluster_autoscaler.role_arn
    application_autoscaling_group_names = module.application_nodes.autoscaling_group_names
    judge_autoscaling_group_names       = module.judge_nodes.autoscaling_group_names
    repository_urls                     = module.registry.urls
    repository_arns                     = module.registry.arns
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/cluster"
  description    = "Values of the root cluster for the roots after it."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
