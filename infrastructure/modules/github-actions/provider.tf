# Workflows exchange a token signed by GitHub for credentials that last an hour: no long-lived key is stored there.

locals {
  issuer = "token.actions.githubusercontent.com"

  provider_arn = var.create_provider ? aws_iam_openid_connect_provider.this[0].arn : data.aws_iam_openid_connect_provider.existing[0].arn

  # Which workflows may assume which role: the subjects in GitHub's tokens.
  subjects = {
    # Pull requests and the branch: they plan.
    plan = ["repo:${var.repository}:pull_request", "repo:${var.repository}:ref:refs/heads/${var.branch}"]
    # Jobs of the environment, which GitHub starts only after its reviewers approve.
    apply = ["repo:${var.repository}:environment:${var.environment}"]
    # The same jobs, when they install the platform in the cluster.
    deploy = ["repo:${var.repository}:environment:${var.environment}"]
    # Builds of the branch.
    push = ["repo:${var.repository}:ref:refs/heads/${var.branch}"]
  }

  descriptions = {
    plan   = "GitHub Actions: terraform plan"
    apply  = "GitHub Actions: terraform apply in ${var.environment}"
    deploy = "GitHub Actions: install the platform in ${var.environment}"
    push   = "GitHub Actions: push images"
  }
}

resource "aws_iam_openid_connect_provider" "this" {
  count = var.create_provider ? 1 : 0

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_openid_connect_provider" "existing" {
  count = var.create_provider ? 0 : 1

  url = "https://${local.issuer}"
}

data "aws_iam_policy_document" "assume" {
  for_each = local.subjects

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.provider_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = each.value
    }
  }
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name                 = "${var.name}-github-${each.key}"
  description          = local.descriptions[each.key]
  assume_role_policy   = data.aws_iam_policy_document.assume[each.key].json
  max_session_duration = 3600
}
