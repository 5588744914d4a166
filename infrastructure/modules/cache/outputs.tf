output "id" {
  description = "Id of the replication group, null where it is left out."
  value       = one(aws_elasticache_replication_group.this[*].replication_group_id)
}

output "arn" {
  description = "ARN of the replication group, for the right to connect."
  value       = one(aws_elasticache_replication_group.this[*].arn)
}

output "member_ids" {
  description = "Ids of the nodes, as CloudWatch's figures carry them."
  value       = [for number in range(1, var.nodes + 1) : format("%s-cache-%03d", var.name, number)]
}

output "address" {
  description = "Host name of the node that takes writes."
  value       = one(aws_elasticache_replication_group.this[*].primary_endpoint_address)
}

output "port" {
  description = "Port of every node; TLS only."
  value       = 6379
}

output "user" {
  description = "User by which the application connects."
  value       = one(aws_elasticache_user.application[*].user_id)
}

output "user_arn" {
  description = "ARN of that user, for the right to connect by IAM."
  value       = one(aws_elasticache_user.application[*].arn)
}
