output "instance_id" {
  description = "Id of the machine, for `aws ssm start-session`."
  value       = aws_instance.this.id
}

output "role_arn" {
  description = "ARN of the machine's role."
  value       = aws_iam_role.this.arn
}

output "public_ip" {
  description = "Public address, empty without one."
  value       = aws_instance.this.public_ip
}
