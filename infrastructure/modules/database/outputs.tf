output "identifier" {
  description = "Identifier of the instance, as in CloudWatch metrics."
  value       = aws_db_instance.this.identifier
}

output "resource_id" {
  description = "Resource id of the instance, for IAM policies."
  value       = aws_db_instance.this.resource_id
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.this.arn
}

output "address" {
  description = "Host name of the instance; after a failover it resolves to the standby."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the instance and its replica."
  value       = aws_db_instance.this.port
}

output "master_username" {
  description = "Name of the master user."
  value       = aws_db_instance.this.username
}

output "replica_identifier" {
  description = "Identifier of the read replica; null if there is none."
  value       = one(aws_db_instance.replica[*].identifier)
}

output "replica_address" {
  description = "Host name of the read replica; null if there is none."
  value       = one(aws_db_instance.replica[*].address)
}

output "log_group_names" {
  description = "Log groups of the exported logs, by log type."
  value       = { for log, group in aws_cloudwatch_log_group.this : log => group.name }
}
