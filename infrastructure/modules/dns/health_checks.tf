# Route 53 checks each load balancer, and the platform as users see it, from several regions.

locals {
  interval = var.fast_health_checks ? 10 : 30

  health_check_targets = merge(
    { for key, balancer in var.load_balancers : key => balancer.domain_name },
    length(var.load_balancers) > 0 ? { platform = var.domain_name } : {},
  )
}

resource "aws_route53_health_check" "this" {
  for_each = local.health_check_targets

  type              = "HTTPS"
  fqdn              = each.value
  port              = 443
  resource_path     = var.health_path
  request_interval  = local.interval
  failure_threshold = 3
  enable_sni        = true
  measure_latency   = each.key == "platform"

  tags = { Name = "${var.name}-${each.key}" }
}
