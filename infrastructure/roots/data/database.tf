module "database" {
  source = "../../modules/database"

  name                    = local.name
  engine_version          = var.database_version
  master_password         = ephemeral.aws_secretsmanager_random_password.master.random_password
  apply_immediately       = var.database_apply_immediately
  instance_class          = var.database_class
  storage                 = var.database_storage
  subnet_ids              = values(local.network.private_subnet_ids)
  security_group_id       = local.network.security_group_ids.database
  kms_key_arn             = aws_kms_key.this.arn
  multi_az                = var.database_multi_az
  replica                 = var.database_replica
  backup_retention_days   = var.database_backup_days
  deletion_protection     = var.deletion_protection
  final_snapshot          = var.deletion_protection
  insights_retention_days = var.database_insights_days
  logical_replication     = var.database_logical_replication
  log_retention_days      = var.log_retention_days
  permissions_boundary    = local.permissions_boundary
}
