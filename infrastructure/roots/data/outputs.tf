output "handover" {
  description = "Values for the other roots, charts and the migration job: database, cache, buckets, key."
  value       = local.handover
}

output "migration_settings" {
  description = "Settings of the job that creates the services' databases and roles, for `databases.environment` of the chart platform."
  value       = local.handover.migration_settings
}

output "secrets_commands" {
  description = "Commands that fill the platform's secrets and the master user's; run them after the first apply. The second also changes the master user's password at once."
  value       = [module.fill_secrets.start_command, module.rotate_master_password.start_command]
}

output "cache_password_command" {
  description = "Command that generates a password for the cache's user and stores it in the secret; run it after the first apply, and to change the password."
  value       = <<-EOT
    password=$(aws secretsmanager get-random-password --region ${var.region} --password-length 48 --exclude-punctuation --query RandomPassword --output text) &&
    aws elasticache modify-user --region ${var.region} --user-id ${coalesce(module.cache.user, "none")} --authentication-mode "Type=password,Passwords=$password" &&
    aws secretsmanager put-secret-value --region ${var.region} --secret-id ${aws_secretsmanager_secret.cache.name} --secret-string "{\"user\":\"${coalesce(module.cache.user, "none")}\",\"password\":\"$password\"}"
  EOT
}
