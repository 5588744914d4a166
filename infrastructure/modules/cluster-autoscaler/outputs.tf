output "role_arn" {
  description = "ARN of the autoscaler's role."
  value       = module.role.arn
}
