locals {
  handover = {
    domain_name      = var.domain_name
    zone_id          = local.zone_id
    certificate_arn  = module.certificate.arn
    web_acl_arn      = module.web_acl.arn
    web_acl_names    = { global = module.web_acl_global.name, regional = module.web_acl.name }
    distribution_id  = module.distribution.id
    health_check_ids = module.dns.health_check_ids
    log_bucket       = { name = module.logs.name, prefix = "load-balancer" }
    # As in CloudWatch metrics: app/name/id.
    load_balancer = try(local.load_balancers[0].arn_suffix, null)
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/edge"
  description    = "Values of the root edge for the roots after it."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
