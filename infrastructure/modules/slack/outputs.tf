output "role_arn" {
  description = "Role with which the channel shows graphs."
  value       = aws_iam_role.this.arn
}
