# The apply role creates everything in these roots. Its limits: the environment's reviewers, a list of services, the
# listed regions, names that begin with this installation's prefix, and no permission over itself. It can create roles and
# give them permissions only with the boundary that an administrator made, and it can't touch the audit trail.

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

  # Roles get permissions only with the boundary.
  statement {
    sid = "BoundedRoles"
    actions = [
      "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
    ]
    resources = ["arn:aws:iam::${local.account}:role/${var.name}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [var.permissions_boundary]
    }
  }

  statement {
    sid = "OwnNames"
    actions = [
      "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:CreatePolicy", "iam:CreatePolicyVersion",
      "iam:DeleteInstanceProfile", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRole", "iam:GetInstanceProfile",
      "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole", "iam:ListPolicyVersions", "iam:ListRolePolicies", "iam:PassRole",
      "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:TagPolicy", "iam:TagRole", "iam:UntagInstanceProfile",
      "iam:UntagPolicy", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
    ]
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
      "iam:PassRole",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ]
    resources = ["arn:aws:iam::${local.account}:role/${var.name}-github-*", "arn:aws:iam::${local.account}:role/${var.name}-trail"]
  }

  statement {
    sid    = "BoundaryStays"
    effect = "Deny"
    actions = [
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:SetDefaultPolicyVersion",
    ]
    resources = [var.permissions_boundary]
  }

  statement {
    sid       = "BoundariesStay"
    effect    = "Deny"
    actions   = ["iam:DeleteRolePermissionsBoundary"]
    resources = ["*"]
  }

  # The audit trail shows what this role did, so it may only look at it. An administrator changes the trail by hand.
  statement {
    sid    = "TrailStays"
    effect = "Deny"
    actions = [
      "cloudtrail:DeleteTrail",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:PutInsightSelectors",
      "cloudtrail:StopLogging",
      "cloudtrail:UpdateTrail",
      "kms:CreateGrant",
      "kms:DisableKey",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "logs:DeleteLogGroup",
      "logs:DeleteLogStream",
      "logs:DeleteRetentionPolicy",
      "logs:PutRetentionPolicy",
      "s3:BypassGovernanceRetention",
      "s3:Delete*",
      "s3:Put*",
    ]
    resources = var.trail_arns
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
