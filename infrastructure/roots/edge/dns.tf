resource "aws_route53_zone" "this" {
  count = var.create_zone ? 1 : 0

  name    = var.zone_name
  comment = "Names of ${local.name}"
}

data "aws_route53_zone" "this" {
  count = var.create_zone ? 0 : 1

  name = var.zone_name
}

locals {
  zone_id = one(concat(aws_route53_zone.this[*].zone_id, data.aws_route53_zone.this[*].zone_id))
  names   = { platform = var.domain_name, origin = "origin.${var.domain_name}" }
}

module "certificate" {
  source = "../../modules/certificate"

  domain_name               = local.names.platform
  subject_alternative_names = [local.names.origin]
  zone_id                   = local.zone_id
}

# In us-east-1 one certificate serves both.
module "global_certificate" {
  source    = "../../modules/certificate"
  count     = var.region == "us-east-1" ? 0 : 1
  providers = { aws = aws.global }

  domain_name = local.names.platform
  zone_id     = local.zone_id
}

module "dns" {
  source = "../../modules/dns"

  name               = local.name
  zone_id            = local.zone_id
  domain_name        = var.domain_name
  distribution       = { domain_name = module.distribution.domain_name, zone_id = module.distribution.zone_id }
  fast_health_checks = var.fast_health_checks

  # Nothing outside the VPC reaches an internal load balancer: it has no name, and Route 53 can't check it.
  load_balancers = var.private_origin ? {} : merge(
    length(local.primary) > 0 ? { primary = local.primary[0] } : {},
    length(local.primary) > 0 && var.standby != null ? { secondary = var.standby } : {},
  )
}
