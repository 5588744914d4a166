locals {
  handover = {
    database_identifier  = module.database.identifier
    database_resource_id = module.database.resource_id
    database_arn         = module.database.arn
    database_address     = module.database.address
    database_port        = module.database.port
    database_log_groups  = module.database.log_group_names
    replica_identifier   = module.database.replica_identifier
    replica_address      = module.database.replica_address
    master_secret_arn    = aws_secretsmanager_secret.master.arn
    # The migration job creates a database for each service, owned by a role of the same name.
    databases = { user-management = "auth", exercises = "exercises", scores = "scores" }
    # The job's environment variables; the certificates' path is that of its pod.
    migration_settings = {
      DATABASE_URL = join("", [
        "postgresql://${module.database.master_username}@${module.database.address}:${module.database.port}/postgres",
        "?sslmode=verify-full&sslrootcert=/etc/touchstone/rds/global-bundle.pem",
      ])
      DATABASE_SECRET = aws_secretsmanager_secret.master.arn
      AWS_REGION      = var.region
    }

    secret_arns = { for key, secret in aws_secretsmanager_secret.platform : key => secret.arn }
    runbooks    = { fill_secrets = module.fill_secrets.name, rotate_master_password = module.rotate_master_password.name }

    cache_id         = module.cache.id
    cache_member_ids = module.cache.member_ids
    cache_address    = module.cache.address
    cache_port       = module.cache.port
    cache_user_arn   = module.cache.user_arn
    cache_secret_arn = aws_secretsmanager_secret.cache.arn

    buckets = {
      for purpose, bucket in { assets = module.assets, uploads = module.uploads, backups = module.backups } :
      purpose => { name = bucket.name, arn = bucket.arn, domain_name = bucket.regional_domain_name }
    }
    copies = {
      for purpose, bucket in module.replica : purpose => { name = bucket.name, region = var.replica_region }
    }
    volume_vault_name = module.volume_backup.vault_name
    kms_key_arn       = aws_kms_key.this.arn
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/data"
  description    = "Values of the root data for the roots after it."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
