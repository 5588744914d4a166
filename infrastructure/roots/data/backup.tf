module "volume_backup" {
  source = "../../modules/volume-backup"

  name           = local.name
  kms_key_arn    = aws_kms_key.this.arn
  retention_days = var.volume_backup_days
  copy_vault_arn = one(aws_backup_vault.replica[*].arn)
}

resource "aws_backup_vault" "replica" {
  count    = var.copies ? 1 : 0
  provider = aws.replica

  name        = "${local.name}-volumes"
  kms_key_arn = aws_kms_key.replica[0].arn
}
