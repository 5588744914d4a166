# A role for each pod that calls AWS, with only the permissions that it needs. The gateway, the web app and the judge
# call nothing and have none: code that escapes from the judge's sandbox finds no credentials.

locals {
  database_user_arn = "arn:aws:rds-db:${var.region}:${local.account}:dbuser:${local.data.database_resource_id}"

  # Objects and secrets are encrypted with the key of the root data.
  read_encrypted  = { actions = ["kms:Decrypt"], resources = [local.data.kms_key_arn] }
  write_encrypted = { actions = ["kms:Decrypt", "kms:GenerateDataKey"], resources = [local.data.kms_key_arn] }

  # Permissions of each pod: actions on resources, by name.
  pod_permissions = {
    user-management = {
      database = { actions = ["rds-db:connect"], resources = ["${local.database_user_arn}/auth"] }
    }
    exercises = {
      database = { actions = ["rds-db:connect"], resources = ["${local.database_user_arn}/exercises"] }
      objects = {
        actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]
        resources = ["${local.data.buckets.uploads.arn}/*"]
      }
      bucket = { actions = ["s3:ListBucket"], resources = [local.data.buckets.uploads.arn] }
      key    = local.write_encrypted
    }
    scores = {
      database = { actions = ["rds-db:connect"], resources = ["${local.database_user_arn}/scores"] }
    }
    # It writes dumps and reads them for a restore; only the bucket's lifecycle deletes them.
    operations = {
      database = { actions = ["rds-db:connect"], resources = ["${local.database_user_arn}/operator"] }
      objects  = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.data.buckets.backups.arn}/*"] }
      bucket   = { actions = ["s3:ListBucket"], resources = [local.data.buckets.backups.arn] }
      key      = local.write_encrypted
    }
    # The job that creates the three databases and their roles, as the master user.
    database-migration = {
      master = { actions = ["secretsmanager:GetSecretValue"], resources = [local.data.master_secret_arn] }
      key    = local.read_encrypted
    }
    # Copies the platform's secrets into the cluster.
    external-secrets = {
      read = {
        actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
        resources = ["arn:aws:secretsmanager:${var.region}:${local.account}:secret:${local.name}/*"]
      }
      key = local.read_encrypted
    }
  }
}

data "aws_iam_policy_document" "pod" {
  for_each = local.pod_permissions

  dynamic "statement" {
    for_each = each.value
    content {
      sid       = title(statement.key)
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

module "pod_roles" {
  source   = "../../modules/pod-role"
  for_each = local.pod_permissions

  name                 = "${local.name}-pod-${each.key}"
  cluster_name         = local.cluster.cluster_name
  namespace            = local.namespace
  service_account      = each.key
  irsa                 = local.irsa
  policies             = { own = data.aws_iam_policy_document.pod[each.key].json }
  permissions_boundary = local.permissions_boundary
}
