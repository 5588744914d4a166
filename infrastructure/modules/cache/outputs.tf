output "id" {
  description = "Id of the replication group; null if it was not created."
  value       = one(aws_elasticache_replication_group.this[*].replication_group_id)
}

output "arn" {
  description = "ARN of the replication group, for IAM policies that allow connecting."
  value       = one(aws_elasticache_replication_group.this[*].arn)
}

output "member_ids" {
  description = "Ids of the nodes, as in CloudWatch metrics."
  value       = [for number in range(1, var.nodes + 1) : format("%s-cache-%03d", var.name, number)]
}

output "address" {
  description = "Host name of the primary node."
  value       = one(aws_elasticache_replication_group.this[*].primary_endpoint_address)
}

output "port" {
  description = "Port of every node; TLS only."
  value       = 6379
}

output "user" {
  description = "User with which the application connects."
  value       = one(aws_elasticache_user.application[*].user_id)
}

output "user_arn" {
  description = "ARN of that user, for IAM policies that allow connecting."
  value       = one(aws_elasticache_user.application[*].arn)
}
