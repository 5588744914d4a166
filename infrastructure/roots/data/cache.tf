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

# User name and password for the cache. An operator fills it (outputs.tf): what Terraform reads, a plan for a pull
# request would have to read, too.
resource "aws_secretsmanager_secret" "cache" {
  name                    = "${local.name}/cache"
  description             = "User name and password for the cache, the parts of REDIS_URL"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = local.secret_recovery_days
}
