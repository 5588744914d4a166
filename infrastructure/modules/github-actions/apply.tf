# The apply role creates everything in these roots. Its limits: the environment's reviewers, a list of services, the
# listed regions, names that begin with this installation's prefix, and no permission over itself. It could still
# create another role with more permissions than its own: the reviewers and the audit trail must catch that.

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  # The services that the roots use. IAM is not among them: its permissions are below, by name.
  services = [
    "access-analyzer", "acm", "autoscaling", "backup", "backup-storage", "budgets", "cloudfront", "cloudtrail",
    "cloudwatch", "ec2", "ecr", "eks", "elasticache", "elasticloadbalancing", "events", "guardduty", "kms",
    "logs", "rds", "route53", "s3", "scheduler", "secretsmanager", "sns", "ssm", "wafv2",
  ]

  own = [for kind in ["role", "policy", "instance-profile"] : "arn:aws:iam::${local.account}:${kind}/${var.name}-*"]
}

data "aws_iam_policy_document" "apply" {
  statement {
    sid       = "Services"
    actions   = [for service in local.services : "${service}:*"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = distinct(concat(var.regions, ["us-east-1"]))
    }
  }

  # Amazon Q Developer has its own region (roots/observability).
  statement {
    sid = "Chat"
    actions = [
      "chatbot:CreateSlackChannelConfiguration",
      "chatbot:DeleteSlackChannelConfiguration",
      "chatbot:DescribeSlackChannelConfigurations",
      "chatbot:ListTagsForResource",
      "chatbot:TagResource",
      "chatbot:UntagResource",
      "chatbot:UpdateSlackChannelConfiguration",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "OwnNames"
    actions   = ["iam:*"]
    resources = local.own
  }

  statement {
    sid = "Providers"
    actions = [
      "iam:CreateOpenIDConnectProvider",
      "iam:DeleteOpenIDConnectProvider",
      "iam:GetOpenIDConnectProvider",
      "iam:TagOpenIDConnectProvider",
      "iam:UpdateOpenIDConnectProviderThumbprint",
    ]
    resources = ["arn:aws:iam::${local.account}:oidc-provider/oidc.eks.*"]
  }

  statement {
    sid       = "ReadIam"
    actions   = ["iam:GetOpenIDConnectProvider", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "iam:GetUser", "iam:GetUserPolicy", "iam:ListOpenIDConnectProviders", "iam:ListRoles"]
    resources = ["*"]
  }

  statement {
    sid       = "ServiceLinkedRoles"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["arn:aws:iam::${local.account}:role/aws-service-role/*"]
  }

  # A workflow that could change its own roles, or the OIDC provider, would have no limits. An administrator changes
  # these by hand.
  statement {
    sid    = "NotItself"
    effect = "Deny"
    actions = [
      "iam:AttachRolePolicy",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ]
    resources = ["arn:aws:iam::${local.account}:role/${var.name}-github-*"]
  }

  # It may attach any policy but those that grant administration.
  statement {
    sid       = "NoAdministration"
    effect    = "Deny"
    actions   = ["iam:AttachRolePolicy"]
    resources = ["*"]

    condition {
      test     = "ArnLike"
      variable = "iam:PolicyARN"
      values   = [for name in ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"] : "arn:aws:iam::aws:policy/${name}"]
    }
  }
}

resource "aws_iam_role_policy" "apply" {
  name   = "roots"
  role   = aws_iam_role.this["apply"].id
  policy = data.aws_iam_policy_document.apply.json
}
