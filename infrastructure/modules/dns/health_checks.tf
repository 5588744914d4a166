# Route 53 asks from several regions of the world: each load balancer, and what users see.

locals {
  interval = var.fast_health_checks ? 10 : 30

  checked = merge(
    { for key, balancer in var.load_balancers : key => balancer.domain_name },
    length(var.load_balancers) > 0 ? { platform = var.domain_name } : {},
  )
}

resource "aws_route53_health_check" "this" {
  for_each = local.checked

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
