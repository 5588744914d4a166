output "handover" {
  description = "What the other roots, the charts and the migration job read: database, cache, buckets, key."
  value       = local.handover
}

output "migration_settings" {
  description = "Settings of the job that makes the services' databases and roles; deploy/databases tells how to hand them on."
  value       = local.handover.migration_settings
}

output "cache_password_command" {
  description = "What gives the cache's user the password that the secret holds; run it after the first apply and after each change of cache_password_version."
  value       = <<-EOT
    aws elasticache modify-user --region ${var.region} --user-id ${coalesce(module.cache.user, "none")} --authentication-mode \
      "Type=password,Passwords=$(aws secretsmanager get-secret-value --region ${var.region} --secret-id ${aws_secretsmanager_secret.cache.name} --query SecretString --output text | jq -r .password)"
  EOT
}
