resource "aws_db_parameter_group" "this" {
  # The parameter group of the next major version is created before the old one is deleted.
  name_prefix = "${var.name}-postgres${var.engine_version}-"
  description = "TLS only, slow statements are logged"
  family      = "postgres${var.engine_version}"

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"                       = 1
      "log_min_duration_statement"          = var.slow_statement_ms
      "log_connections"                     = 1
      "log_lock_waits"                      = 1
      "idle_in_transaction_session_timeout" = 60000
    }
    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  # For the time of a migration. PostgreSQL reads it when it starts.
  dynamic "parameter" {
    for_each = var.logical_replication ? { "rds.logical_replication" = 1 } : {}
    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = "pending-reboot"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}
