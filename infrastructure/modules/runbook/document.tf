# A Systems Manager runbook of one Python script: AWS runs it, with a role of its own, so that neither Terraform nor an
# operator's machine sees what it handles.

resource "aws_ssm_document" "this" {
  name            = var.name
  document_type   = "Automation"
  document_format = "JSON"

  content = jsonencode({
    schemaVersion = "0.3"
    description   = var.description
    assumeRole    = aws_iam_role.script.arn
    mainSteps = [{
      name           = "run"
      action         = "aws:executeScript"
      timeoutSeconds = 600
      isEnd          = true
      inputs = {
        Runtime      = "python3.11"
        Handler      = "run"
        Script       = var.script
        InputPayload = var.input
      }
    }]
  })
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "script_assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ssm.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_iam_role" "script" {
  name                 = var.name
  description          = var.description
  assume_role_policy   = data.aws_iam_policy_document.script_assume.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "script" {
  name   = "own"
  role   = aws_iam_role.script.id
  policy = var.policy
}
