mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
}

variables {
  name = "touchstone-test"
}

run "no_role_can_administer_the_account" {
  command = plan

  assert {
    condition     = aws_iam_policy.this.name == "touchstone-test-boundary"
    error_message = "Roots know the policy by this name."
  }
  assert {
    condition = alltrue(flatten([
      for statement in data.aws_iam_policy_document.this.statement : [
        for action in statement.actions : !contains(["*", "iam:*", "sts:*", "organizations:*", "lambda:*", "cloudformation:*"], action)
      ] if statement.effect != "Deny"
    ]))
    error_message = "IAM and services that run code with other roles must not be allowed."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.this.statement : statement.resources if statement.sid == "PassOwnRoles"]) == toset(["arn:aws:iam::123456789012:role/touchstone-test-*"])
    error_message = "Only roles with this boundary may be passed."
  }
  assert {
    condition     = toset([for statement in data.aws_iam_policy_document.this.statement : statement.sid if statement.effect == "Deny"]) == toset(["NotTheTrail", "NotTheState"])
    error_message = "Nobody may change the trail or the state."
  }
}
