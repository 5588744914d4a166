mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/monitoring"
    }
  }
  mock_resource "aws_db_instance" {
    defaults = {
      arn  = "arn:aws:rds:us-east-1:123456789012:db:touchstone-test-database"
      port = 5432
    }
  }
}

variables {
  name              = "touchstone-test"
  subnet_ids        = ["subnet-1", "subnet-2"]
  security_group_id = "sg-1"
  kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/1"
  master_password   = "correct-horse-battery-staple-correct"
}

run "the_database_is_private_encrypted_and_protected" {
  command = apply

  assert {
    condition     = !aws_db_instance.this.publicly_accessible && aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.kms_key_arn
    error_message = "It must be private and encrypted with the given key."
  }
  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.backup_retention_period == 7
    error_message = "Deletion protection must be on and backups kept for a week."
  }
  assert {
    condition     = aws_db_instance.this.manage_master_user_password == null && aws_db_instance.this.password == null && aws_db_instance.this.password_wo_version == 1
    error_message = "The password must be write-only, and not RDS's: RDS would refuse a read replica."
  }
  assert {
    condition     = aws_db_instance.this.iam_database_authentication_enabled && aws_db_instance.this.performance_insights_enabled
    error_message = "IAM authentication and Performance Insights must be on."
  }
  assert {
    condition     = one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1"
    error_message = "TLS must be required."
  }
  assert {
    condition     = aws_db_instance.this.engine_version == "17" && aws_db_parameter_group.this.family == "postgres17"
    error_message = "PostgreSQL 17 is the default."
  }
  assert {
    condition     = !aws_db_instance.this.multi_az && length(aws_db_instance.replica) == 0 && output.replica_address == null
    error_message = "Options that cost more must be off by default."
  }
  assert {
    condition     = toset([for group in aws_cloudwatch_log_group.this : group.name]) == toset(["/aws/rds/instance/touchstone-test-database/postgresql", "/aws/rds/instance/touchstone-test-database/upgrade"])
    error_message = "The exported logs must expire."
  }
}

run "a_standby_and_a_replica_are_optional" {
  command = apply

  variables {
    multi_az = true
    replica  = true
  }

  assert {
    condition     = aws_db_instance.this.multi_az && length(aws_db_instance.replica) == 1
    error_message = "Both must exist."
  }
  assert {
    condition     = aws_db_instance.replica[0].storage_encrypted && !aws_db_instance.replica[0].publicly_accessible && aws_db_instance.replica[0].vpc_security_group_ids == toset(["sg-1"])
    error_message = "The replica must be as private as the instance."
  }
  assert {
    condition     = aws_db_instance.this.kms_key_id == var.kms_key_arn && aws_db_instance.replica[0].kms_key_id != var.kms_key_arn
    error_message = "The replica must not name a key: RDS rejects that."
  }
}

run "the_major_version_can_change" {
  command = plan

  variables {
    engine_version    = "17"
    replica           = true
    apply_immediately = true
  }

  assert {
    condition     = alltrue([for instance in concat([aws_db_instance.this], aws_db_instance.replica) : instance.allow_major_version_upgrade && instance.apply_immediately])
    error_message = "RDS rejects an upgrade from 15 to 17 without allow_major_version_upgrade, and a replica's new parameter group before the upgrade."
  }
}

run "postgresql_15_can_be_used" {
  command = plan

  variables {
    engine_version = "15"
  }

  assert {
    condition     = aws_db_instance.this.engine_version == "15" && aws_db_parameter_group.this.family == "postgres15"
    error_message = "Instance and parameter group must have the same version."
  }
}

run "a_database_of_dev_can_be_destroyed" {
  command = plan

  variables {
    deletion_protection = false
    final_snapshot      = false
    monitoring_seconds  = 0
  }

  assert {
    condition     = !aws_db_instance.this.deletion_protection && aws_db_instance.this.skip_final_snapshot && length(aws_iam_role.monitoring) == 0
    error_message = "Nothing must prevent its deletion, and there must be no monitoring role."
  }
}

run "values_that_rds_or_the_platform_reject_are_refused" {
  command = plan

  variables {
    engine_version          = "15.7"
    master_password         = "short"
    instance_class          = "t3.micro"
    subnet_ids              = ["subnet-1"]
    kms_key_arn             = "alias/aws/rds"
    insights_retention_days = 30
    monitoring_seconds      = 7
    backup_retention_days   = 36
    storage                 = { initial = 20, maximum = 21 }
  }

  expect_failures = [
    var.engine_version, var.master_password, var.instance_class, var.subnet_ids, var.kms_key_arn, var.insights_retention_days,
    var.monitoring_seconds, var.backup_retention_days, var.storage,
  ]
}

run "a_replica_without_backups_is_refused" {
  command = plan

  variables {
    replica               = true
    backup_retention_days = 0
  }

  expect_failures = [var.replica]
}

run "a_migration_needs_logical_replication" {
  command = plan

  variables {
    logical_replication = true
  }

  assert {
    condition     = one([for parameter in aws_db_parameter_group.this.parameter : parameter.apply_method if parameter.name == "rds.logical_replication" && parameter.value == "1"]) == "pending-reboot"
    error_message = "It must be on from the next reboot; RDS refuses to change it at once."
  }
}
