locals {
  handover = {
    bastion_instance_id  = module.bastion.instance_id
    bastion_keys         = module.bastion.keys_parameter
    github_role_arns     = module.github_actions.role_arns
    pod_role_arns        = { for pod, role in module.pod_roles : pod => role.arn }
    namespace            = local.namespace
    trail_log_group_name = module.audit.log_group_name
    trail_bucket_name    = module.audit.bucket_name
    guardduty            = var.guardduty
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/access"
  description    = "Values of the root access for the roots after it."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
