output "role_arns" {
  description = "Purpose (plan, apply, push) to the ARN of the role, for the workflows' variables."
  value       = { for purpose, role in aws_iam_role.this : purpose => role.arn }
}
