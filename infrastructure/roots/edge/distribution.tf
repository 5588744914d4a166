module "distribution" {
  source    = "../../modules/distribution"
  providers = { aws = aws.global }

  name               = local.name
  domain_name        = var.domain_name
  certificate_arn    = try(module.global_certificate[0].arn, module.certificate.arn)
  web_acl_arn        = module.web_acl_global.arn
  assets_domain_name = local.data.buckets.assets.domain_name
  origin_domain_name = length(local.load_balancers) == 0 ? null : var.private_origin ? local.load_balancers[0].dns_name : local.names.origin

  private_load_balancer_arn = var.private_origin ? try(local.load_balancers[0].arn, null) : null
  price_class               = var.price_class
  # This output is known only once the bucket's policy allows the log delivery.
  log_bucket_arn = "arn:aws:s3:::${module.logs.name}"
}
