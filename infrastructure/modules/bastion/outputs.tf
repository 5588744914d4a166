output "instance_id" {
  description = "Id of the instance, for `aws ssm start-session`."
  value       = aws_instance.this.id
}

output "role_arn" {
  description = "ARN of the instance's role."
  value       = aws_iam_role.this.arn
}

output "public_ip" {
  description = "Public IP address; empty if there is none."
  value       = aws_instance.this.public_ip
}

output "keys_parameter" {
  description = "Parameter with the public keys; null without SSH."
  value       = one(aws_ssm_parameter.keys[*].name)
}
