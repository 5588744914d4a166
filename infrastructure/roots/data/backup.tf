module "volume_backup" {
  source = "../../modules/volume-backup"

  name                 = local.name
  kms_key_arn          = aws_kms_key.this.arn
  retention_days       = var.volume_backup_days
  copy_vault_arn       = one(aws_backup_vault.replica[*].arn)
  permissions_boundary = local.permissions_boundary
}

resource "aws_backup_vault" "replica" {
  count    = var.copies ? 1 : 0
  provider = aws.replica

  name        = "${local.name}-volumes"
  kms_key_arn = aws_kms_key.replica[0].arn
}

# The database's automated backups, for a restore to any point in time in the other region.
resource "aws_db_instance_automated_backups_replication" "this" {
  count    = var.copies ? 1 : 0
  provider = aws.replica

  source_db_instance_arn = module.database.arn
  kms_key_id             = aws_kms_key.replica[0].arn
  retention_period       = var.database_backup_days
}
