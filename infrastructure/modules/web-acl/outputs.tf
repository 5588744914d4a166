output "arn" {
  description = "ARN of the web ACL, for a distribution or for the load balancer's Ingress."
  value       = aws_wafv2_web_acl.this.arn
}

output "name" {
  description = "Name of the web ACL, as in CloudWatch metrics."
  value       = aws_wafv2_web_acl.this.name
}

output "log_group_name" {
  description = "Log group of blocked and counted requests."
  value       = aws_cloudwatch_log_group.this.name
}
