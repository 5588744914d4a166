# Secrets without values: what Terraform writes or reads, a plan for a pull request would have to read, too. Runbooks
# generate the values inside AWS; the cache's password is set by an operator (cache.tf).

locals {
  # Entries that External Secrets copies into the cluster (deploy/charts/platform/README.md).
  platform_secrets = {
    internal-token               = "Requests of the services among themselves"
    judge-token                  = "Requests of judges to the services"
    signing-secret               = "Signs access tokens"
    first-administrator-password = "First password of the account admin"
  }

  secret_recovery_days = var.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret" "platform" {
  for_each = local.platform_secrets

  name                    = "${local.name}/${each.key}"
  description             = each.value
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = local.secret_recovery_days
}

data "aws_iam_policy_document" "fill_secrets" {
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"]
    resources = [for secret in aws_secretsmanager_secret.platform : secret.arn]
  }

  statement {
    sid       = "Generate"
    actions   = ["secretsmanager:GetRandomPassword"]
    resources = ["*"]
  }

  statement {
    sid       = "Key"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this.arn]
  }
}

module "fill_secrets" {
  source = "../../modules/runbook"

  name                 = "${local.name}-fill-secrets"
  description          = "Generates the platform's secrets that have no value yet"
  script               = file("${path.module}/scripts/fill_secrets.py")
  input                = { secrets = join(" ", [for secret in aws_secretsmanager_secret.platform : secret.arn]) }
  policy               = data.aws_iam_policy_document.fill_secrets.json
  permissions_boundary = local.permissions_boundary
}

# The master user's password. RDS could manage it (manage_master_user_password), but then refuses a read replica. The name
# is not below that of the platform's secrets, so External Secrets can't read it.
resource "aws_secretsmanager_secret" "master" {
  name                    = "${local.name}-database/master"
  description             = "Name and password of the database's master user"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = local.secret_recovery_days
}

# RDS wants a password from the start. Nobody ever sees this one: it is neither in the state nor in the plan, and the
# first rotation replaces it.
ephemeral "aws_secretsmanager_random_password" "master" {
  password_length     = 48
  exclude_punctuation = true
}

data "aws_iam_policy_document" "rotate_master" {
  statement {
    sid       = "Secret"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"]
    resources = [aws_secretsmanager_secret.master.arn]
  }

  statement {
    sid       = "Generate"
    actions   = ["secretsmanager:GetRandomPassword"]
    resources = ["*"]
  }

  statement {
    sid       = "Database"
    actions   = ["rds:DescribeDBInstances", "rds:ModifyDBInstance"]
    resources = [module.database.arn]
  }

  statement {
    sid       = "Key"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this.arn]
  }
}

module "rotate_master_password" {
  source = "../../modules/runbook"

  name                 = "${local.name}-rotate-master-password"
  description          = "Gives the database's master user a new password"
  script               = file("${path.module}/scripts/rotate_master_password.py")
  input                = { secret = aws_secretsmanager_secret.master.arn, instance = module.database.identifier }
  policy               = data.aws_iam_policy_document.rotate_master.json
  schedule             = "rate(${var.password_rotation_days} days)"
  permissions_boundary = local.permissions_boundary
}
