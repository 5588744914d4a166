output "origin_domain_name" {
  description = "Name that leads to the load balancers, null without any."
  value       = length(var.load_balancers) > 0 ? "origin.${var.domain_name}" : null
}

output "health_check_ids" {
  description = "Ids of the health checks, by what they ask: primary, secondary, platform."
  value       = { for checked, check in aws_route53_health_check.this : checked => check.id }
}
