# Access logs of CloudFront and of the load balancer.

locals {
  log_bucket_name = "${local.name}-web-logs-${local.account}"
}

module "logs" {
  source = "../../modules/bucket"

  name            = local.log_bucket_name
  noncurrent_days = 1
  expiration_days = var.request_log_days
  # Access logs expire by themselves and need not block a destroy.
  force_destroy        = !var.keep_request_logs
  policy_documents     = [data.aws_iam_policy_document.logs.json]
  permissions_boundary = local.permissions_boundary
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "CloudFrontWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.log_bucket_name}/cloudfront/*"]

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

  statement {
    sid       = "LoadBalancerWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.log_bucket_name}/load-balancer/AWSLogs/${local.account}/*"]

    principals {
      type        = "Service"
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:elasticloadbalancing:${var.region}:${local.account}:loadbalancer/*"]
    }
  }
}
