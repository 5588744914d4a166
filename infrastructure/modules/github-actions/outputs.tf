output "role_arns" {
  description = "Role ARNs by purpose (plan, apply, deploy, push), for the workflows' variables."
  value       = { for purpose, role in aws_iam_role.this : purpose => role.arn }
}
