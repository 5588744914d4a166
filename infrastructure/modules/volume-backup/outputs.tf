output "vault_name" {
  description = "Vault that holds the snapshots."
  value       = one(aws_backup_vault.this[*].name)
}

output "role_arn" {
  description = "Role by which AWS Backup makes snapshots, and volumes from them."
  value       = aws_iam_role.this.arn
}
