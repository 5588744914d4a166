output "role_arn" {
  description = "Role by which the channel looks at graphs."
  value       = aws_iam_role.this.arn
}
