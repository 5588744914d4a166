# A role for the pods of one service account.
#
# Pod Identity (the default): the association below names the pods' service account, which needs no annotation.
# IRSA: the trust policy names it, and the service account has the annotation `eks.amazonaws.com/role-arn`.

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "pod_identity" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }

    # Only for clusters of this account: the service principal is the same for all customers of AWS.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "irsa" {
  count = var.irsa == null ? 0 : 1

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.irsa.provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.irsa.issuer}:sub"
      values   = ["system:serviceaccount:${var.namespace}:${var.service_account}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.irsa.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "Pods ${var.namespace}/${var.service_account} of ${var.cluster_name}"
  assume_role_policy   = var.irsa == null ? data.aws_iam_policy_document.pod_identity.json : data.aws_iam_policy_document.irsa[0].json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = var.managed_policy_arns

  role       = aws_iam_role.this.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "this" {
  count = var.irsa == null ? 1 : 0

  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.this.arn
}
