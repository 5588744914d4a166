# Records every AWS API call in every region. Log file validation shows later changes.

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  account     = data.aws_caller_identity.current.account_id
  bucket_name = "${var.name}-trail-${local.account}"
  trail_arn   = "arn:aws:cloudtrail:${data.aws_region.current.id}:${local.account}:trail/${var.name}"
}

resource "aws_cloudtrail" "this" {
  name                          = var.name
  s3_bucket_name                = module.bucket.name
  kms_key_id                    = aws_kms_key.this.arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.this.arn}:*"
  cloud_watch_logs_role_arn     = aws_iam_role.logs.arn

  depends_on = [aws_iam_role_policy.logs]
}

module "bucket" {
  source = "../bucket"

  name                 = local.bucket_name
  kms_key_arn          = aws_kms_key.this.arn
  archive_days         = var.archive_retention_days > 120 ? 90 : null
  expiration_days      = var.archive_retention_days
  lock                 = var.lock
  policy_documents     = [data.aws_iam_policy_document.bucket.json]
  permissions_boundary = var.permissions_boundary
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "TrailReadsAcl"
    actions   = ["s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::${local.bucket_name}"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }

  statement {
    sid       = "TrailWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.bucket_name}/AWSLogs/${local.account}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/${var.name}/trail"
  retention_in_days = var.log_retention_days
}

data "aws_iam_policy_document" "logs_assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:log-stream:${local.account}_CloudTrail_*"]
  }
}

resource "aws_iam_role" "logs" {
  name                 = "${var.name}-trail"
  description          = "CloudTrail writes to CloudWatch"
  assume_role_policy   = data.aws_iam_policy_document.logs_assume.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "logs" {
  name   = "write"
  role   = aws_iam_role.logs.id
  policy = data.aws_iam_policy_document.logs.json
}
