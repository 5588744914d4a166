output "origin_domain_name" {
  description = "Domain name of the load balancers; null if there are none."
  value       = length(var.load_balancers) > 0 ? "origin.${var.domain_name}" : null
}

output "health_check_ids" {
  description = "Ids of the health checks: primary, secondary, platform."
  value       = { for checked, check in aws_route53_health_check.this : checked => check.id }
}
