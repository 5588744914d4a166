module "cache" {
  source = "../../modules/cache"

  name               = local.name
  engine             = var.cache_engine
  node_type          = var.cache_node_type
  nodes              = var.cache_nodes
  subnet_ids         = values(local.network.private_subnet_ids)
  security_group_id  = local.network.security_group_ids.cache
  kms_key_arn        = aws_kms_key.this.arn
  log_retention_days = var.log_retention_days
}

# The password of the cache's user. It goes from AWS to AWS and is never in the state. It stands here, not in the
# module, since Terraform's mock providers know no ephemeral values.

ephemeral "aws_secretsmanager_random_password" "cache" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "cache" {
  name                    = "${local.name}/cache"
  description             = "User and password of the cache, from which REDIS_URL is put together"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "cache" {
  secret_id = aws_secretsmanager_secret.cache.id

  secret_string_wo = jsonencode({
    user     = module.cache.user
    password = ephemeral.aws_secretsmanager_random_password.cache.random_password
  })
  secret_string_wo_version = var.cache_password_version
}
