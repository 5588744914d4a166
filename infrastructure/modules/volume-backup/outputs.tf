output "vault_name" {
  description = "Vault that contains the snapshots."
  value       = one(aws_backup_vault.this[*].name)
}

output "role_arn" {
  description = "Role with which AWS Backup creates and restores snapshots."
  value       = aws_iam_role.this.arn
}
