# Serves reads; it is not the standby, which multi_az creates. Its volume has the instance's key: RDS rejects a
# request that names a key.

resource "aws_db_instance" "replica" {
  count = var.replica ? 1 : 0

  identifier          = "${var.name}-database-replica"
  replicate_source_db = aws_db_instance.this.identifier
  instance_class      = var.instance_class

  # RDS upgrades the replica together with its source.
  allow_major_version_upgrade = true
  apply_immediately           = var.apply_immediately

  storage_type          = "gp3"
  max_allocated_storage = var.storage.maximum
  storage_encrypted     = true

  iam_database_authentication_enabled = true
  vpc_security_group_ids              = [var.security_group_id]
  publicly_accessible                 = false
  parameter_group_name                = aws_db_parameter_group.this.name
  ca_cert_identifier                  = "rds-ca-rsa2048-g1"

  # Its data is the instance's, which is backed up.
  backup_retention_period = 0
  copy_tags_to_snapshot   = true
  deletion_protection     = var.deletion_protection
  skip_final_snapshot     = true

  auto_minor_version_upgrade            = true
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = var.insights_retention_days
  monitoring_interval                   = var.monitoring_seconds
  monitoring_role_arn                   = one(aws_iam_role.monitoring[*].arn)
}
