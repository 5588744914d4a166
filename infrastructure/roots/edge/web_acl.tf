# Both entry points have the same rules, so that nobody can bypass CloudFront's by using the load balancer's own name.

module "web_acl_global" {
  source    = "../../modules/web-acl"
  providers = { aws = aws.global }

  name               = local.name
  scope              = "CLOUDFRONT"
  rate_limit         = var.rate_limit
  log_retention_days = var.log_retention_days
}

# Most requests here come from CloudFront's few addresses, so the limits per address are far higher.
module "web_acl" {
  source = "../../modules/web-acl"

  name               = local.name
  scope              = "REGIONAL"
  rate_limit         = var.rate_limit * 100
  sign_in_limit      = var.rate_limit * 10
  log_retention_days = var.log_retention_days
}
