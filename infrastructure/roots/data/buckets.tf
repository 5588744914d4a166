# Static files of the web app, uploads of authors and learners, and database dumps.

locals {
  bucket_names = { for purpose in ["assets", "uploads", "backups"] : purpose => "${local.name}-${purpose}-${local.account}" }

  # Where "backup" writes archives. Objects, in "objects/", belong to several backups and are copied only once: they stay.
  archives = ["databases/", "state/", "manifests/"]

  # Every build creates the static files again: they need no copies.
  copied = toset(["uploads", "backups"])

  replicas = {
    for purpose in local.copied : purpose => var.copies ? {
      bucket_arn  = module.replica[purpose].arn
      kms_key_arn = aws_kms_key.replica[0].arn
    } : null
  }
}

module "assets" {
  source = "../../modules/bucket"

  name                 = local.bucket_names.assets
  force_destroy        = !var.deletion_protection
  policy_documents     = [data.aws_iam_policy_document.assets.json]
  permissions_boundary = local.permissions_boundary
}

module "uploads" {
  source = "../../modules/bucket"

  name                 = local.bucket_names.uploads
  kms_key_arn          = aws_kms_key.this.arn
  noncurrent_days      = 90
  force_destroy        = !var.deletion_protection
  replica              = local.replicas["uploads"]
  permissions_boundary = local.permissions_boundary
}

module "backups" {
  source = "../../modules/bucket"

  name        = local.bucket_names.backups
  kms_key_arn = aws_kms_key.this.arn
  # The infrequent-access class charges for at least 30 days, so only longer-lived objects move.
  archive_days         = var.dump_retention_days > 60 ? 30 : null
  expiration_days      = var.dump_retention_days
  expiration_prefixes  = local.archives
  force_destroy        = !var.deletion_protection
  replica              = local.replicas["backups"]
  permissions_boundary = local.permissions_boundary
}

module "replica" {
  source    = "../../modules/bucket"
  for_each  = var.copies ? local.copied : []
  providers = { aws = aws.replica }

  name                 = "${local.name}-${each.key}-copy-${local.account}"
  kms_key_arn          = aws_kms_key.replica[0].arn
  expiration_days      = each.key == "backups" ? var.dump_retention_days : null
  expiration_prefixes  = local.archives
  force_destroy        = !var.deletion_protection
  permissions_boundary = local.permissions_boundary
}

# CloudFront reads the static files. Its distributions are created later, so this allows all those of the account.
data "aws_iam_policy_document" "assets" {
  statement {
    sid       = "CloudFrontReads"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.bucket_names.assets}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudfront::${local.account}:distribution/*"]
    }
  }
}
