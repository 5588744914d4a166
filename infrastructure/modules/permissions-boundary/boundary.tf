# A boundary grants nothing: a role may do only what both its own policies and this one allow. Whoever may create roles, but
# only with this boundary, can't make one that administers the account.

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  # Services that pods, nodes, controllers and runbooks use. IAM is not among them.
  services = [
    "acm", "autoscaling", "backup", "backup-storage", "cloudwatch", "ebs", "ec2", "ec2messages", "ecr", "eks", "eks-auth",
    "elasticache", "elasticloadbalancing", "kms", "logs", "rds", "rds-db", "s3", "secretsmanager", "shield", "ssm",
    "ssmmessages", "tag", "waf-regional", "wafv2", "xray",
  ]
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Services"
    actions   = [for service in local.services : "${service}:*"]
    resources = ["*"]
  }

  # Controllers look at certificates and let AWS create the roles of its services.
  statement {
    sid       = "Iam"
    actions   = ["iam:CreateServiceLinkedRole", "iam:GetRole", "iam:GetServerCertificate", "iam:ListAttachedRolePolicies", "iam:ListServerCertificates"]
    resources = ["*"]
  }

  # Backups are restored, and runbooks started, with roles of this installation.
  statement {
    sid       = "PassOwnRoles"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::${local.account}:role/${var.name}-*"]
  }

  statement {
    sid       = "NotTheTrail"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::${var.name}-trail-${local.account}", "arn:aws:s3:::${var.name}-trail-${local.account}/*"]
  }

  statement {
    sid       = "NotTheState"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::${var.name}-state-${local.account}", "arn:aws:s3:::${var.name}-state-${local.account}/*"]
  }
}

resource "aws_iam_policy" "this" {
  name        = "${var.name}-boundary"
  description = "The most that a role of ${var.name} may do"
  policy      = data.aws_iam_policy_document.this.json
}
