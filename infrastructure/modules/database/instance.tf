# One instance for the platform's three databases, which a migration job creates as the master user.

resource "aws_db_subnet_group" "this" {
  name        = "${var.name}-database"
  description = "Private subnets of the database"
  subnet_ids  = var.subnet_ids
}

resource "aws_db_instance" "this" {
  identifier     = "${var.name}-database"
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = var.instance_class

  # Only a new engine_version causes a major upgrade; without this, RDS rejects it.
  allow_major_version_upgrade = true
  apply_immediately           = var.apply_immediately

  storage_type          = "gp3"
  allocated_storage     = var.storage.initial
  max_allocated_storage = var.storage.maximum
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  # Write-only: neither the state nor a plan contains it. A runbook changes it (roots/data/secrets.tf). RDS could manage
  # it instead, but refuses read replicas of such an instance.
  username                            = "master"
  password_wo                         = var.master_password
  password_wo_version                 = 1
  iam_database_authentication_enabled = true

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [var.security_group_id]
  publicly_accessible    = false
  parameter_group_name   = aws_db_parameter_group.this.name
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  backup_retention_period   = var.backup_retention_days
  backup_window             = "02:00-03:00"
  maintenance_window        = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.final_snapshot
  final_snapshot_identifier = var.final_snapshot ? "${var.name}-database-final" : null

  auto_minor_version_upgrade            = true
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = var.insights_retention_days
  monitoring_interval                   = var.monitoring_seconds
  monitoring_role_arn                   = one(aws_iam_role.monitoring[*].arn)
  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]

  # Otherwise RDS creates log groups that never expire. It also rejects a role without permissions.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy_attachment.monitoring]
}
