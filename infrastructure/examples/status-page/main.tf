# A place for the status page in another region than the platform, behind CloudFront, with a policy for whoever publishes
# it.

terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

locals {
  name            = "example-status"
  domain_name     = "status.school.example"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  account         = data.aws_caller_identity.current.account_id
}

# Far from the platform, which is in us-east-1.
provider "aws" {
  region = "eu-west-1"
}

# CloudFront's certificate and log delivery are in this region.
provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

data "aws_caller_identity" "current" {}

# Old versions are kept: a history that was damaged can be brought back.
module "page" {
  source = "../../modules/bucket"

  name             = "${local.name}-${local.account}"
  noncurrent_days  = 7
  policy_documents = [data.aws_iam_policy_document.read.json]
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "CloudFrontReads"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.name}-${local.account}/*"]

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

module "logs" {
  source = "../../modules/bucket"

  name             = "${local.name}-logs-${local.account}"
  noncurrent_days  = 1
  expiration_days  = 30
  policy_documents = [data.aws_iam_policy_document.logs.json]
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "CloudFrontWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-logs-${local.account}/cloudfront/*"]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:logs:us-east-1:${local.account}:delivery-source:${local.name}-*"]
    }
  }
}

module "distribution" {
  source    = "../../modules/distribution"
  providers = { aws = aws.global }

  name               = local.name
  domain_name        = local.domain_name
  certificate_arn    = local.certificate_arn
  web_acl_arn        = null
  assets_domain_name = module.page.regional_domain_name
  # Known only once the bucket's policy allows the log delivery.
  log_bucket_arn = "arn:aws:s3:::${module.logs.name}"
}

# For the role or user with which `operations status publish` and `incident` run.
resource "aws_iam_policy" "publisher" {
  name        = "${local.name}-publisher"
  description = "Publishes the status page"
  policy      = data.aws_iam_policy_document.publisher.json
}

data "aws_iam_policy_document" "publisher" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.page.arn}/*"]
  }

  # Without it, S3 answers 403 instead of 404 for what does not exist yet.
  statement {
    actions   = ["s3:ListBucket"]
    resources = [module.page.arn]
  }
}
