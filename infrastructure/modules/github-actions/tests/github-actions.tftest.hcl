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
  name         = "touchstone-test"
  environment  = "test"
  repository   = "owner/touchstone"
  state_bucket = "touchstone-test-state"
  cluster_arn  = "arn:aws:eks:us-east-1:123456789012:cluster/eks-1"

  permissions_boundary = "arn:aws:iam::123456789012:policy/touchstone-test-boundary"
  trail_arns           = ["arn:aws:s3:::touchstone-test-trail-123456789012", "arn:aws:s3:::touchstone-test-trail-123456789012/*"]
  repository_arns      = ["arn:aws:ecr:us-east-1:123456789012:repository/touchstone-test/gateway"]
}

run "each_role_is_bound_to_its_workflows" {
  command = plan

  assert {
    condition     = local.subjects.apply == ["repo:owner/touchstone:environment:test"] && local.subjects.deploy == local.subjects.apply
    error_message = "Only jobs of the environment may apply and deploy."
  }
  assert {
    condition     = local.subjects.plan == ["repo:owner/touchstone:pull_request", "repo:owner/touchstone:ref:refs/heads/main"]
    error_message = "Pull requests and the branch may plan."
  }
  assert {
    condition     = local.subjects.push == ["repo:owner/touchstone:ref:refs/heads/main"]
    error_message = "Only the branch may push images."
  }
  assert {
    condition = alltrue([
      for document in data.aws_iam_policy_document.assume : alltrue([
        for condition in document.statement[0].condition : condition.test == "StringEquals"
      ]) && length(document.statement[0].condition) == 2
    ])
    error_message = "Audience and subject must be compared exactly."
  }
}

run "a_repository_may_be_named_with_its_ids" {
  command = plan

  variables {
    repository = "owner@123456/touchstone@456789"
  }

  assert {
    condition     = local.subjects.push == ["repo:owner@123456/touchstone@456789:ref:refs/heads/main"]
    error_message = "The subject must contain the ids."
  }
}

run "the_plan_role_reads_no_data" {
  command = plan

  assert {
    condition     = contains(one([for statement in data.aws_iam_policy_document.plan.statement : statement.actions if statement.sid == "NoData"]), "secretsmanager:GetSecretValue")
    error_message = "Secrets are denied."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.plan.statement : statement.not_resources if statement.sid == "NoObjects"]) == toset(["arn:aws:s3:::touchstone-test-state/*"])
    error_message = "Of all objects it may read only the state."
  }
}

run "the_apply_role_is_limited_to_its_regions_and_cannot_change_itself" {
  command = plan

  variables {
    regions = ["eu-central-1"]
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.apply.statement : one(statement.condition).values if statement.sid == "Services"]) == tolist(["eu-central-1", "us-east-1"])
    error_message = "The regions must be the listed one and that of global services."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.apply.statement : statement.resources if statement.sid == "NotItself"]) == toset(["arn:aws:iam::123456789012:role/touchstone-test-github-*", "arn:aws:iam::123456789012:role/touchstone-test-trail"])
    error_message = "It must not change the workflows' roles."
  }
  assert {
    condition     = !contains(local.services, "iam")
    error_message = "IAM must be limited by name, not allowed as a service."
  }
}

run "the_apply_role_cannot_make_a_role_without_the_boundary" {
  command = plan

  assert {
    condition = alltrue([
      for statement in data.aws_iam_policy_document.apply.statement : try(one(statement.condition).variable, "") == "iam:PermissionsBoundary" && one(statement.condition).values == tolist([var.permissions_boundary])
      if statement.effect != "Deny" && length(setintersection(statement.actions, ["iam:*", "iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary"])) > 0
    ])
    error_message = "Every permission to create roles or to give them permissions must require the boundary."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.apply.statement : statement.resources if statement.sid == "BoundaryStays"]) == toset([var.permissions_boundary])
    error_message = "It must not change the boundary itself."
  }
  assert {
    condition     = !anytrue([for statement in data.aws_iam_policy_document.apply.statement : anytrue([for action in statement.actions : strcontains(action, "iam:CreateUser") || strcontains(action, "iam:CreateAccessKey")]) if statement.effect != "Deny"])
    error_message = "It must not create users."
  }
}

run "the_apply_role_cannot_touch_the_audit_trail" {
  command = plan

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.apply.statement : statement.resources if statement.sid == "TrailStays"]) == toset(var.trail_arns)
    error_message = "Trail and bucket must be out of its reach."
  }
  assert {
    condition     = length(setsubtract(["cloudtrail:StopLogging", "s3:BypassGovernanceRetention", "s3:Delete*", "kms:ScheduleKeyDeletion"], one([for statement in data.aws_iam_policy_document.apply.statement : statement.actions if statement.sid == "TrailStays"]))) == 0
    error_message = "It must neither stop the trail nor delete what is recorded."
  }
}

run "there_is_no_static_user_by_default" {
  command = plan

  assert {
    condition     = length(aws_iam_user.static) == 0
    error_message = "There must be no user."
  }
}

run "the_static_user_of_the_document_only_pushes_images" {
  command = plan

  variables {
    static_user = "nt114-devsecops-github-actions"
  }

  assert {
    condition     = aws_iam_user.static[0].name == "nt114-devsecops-github-actions" && aws_iam_user_policy.static[0].name == "push-images"
    error_message = "The user has the rights of the push role."
  }
}

run "an_existing_provider_is_used" {
  command = plan

  variables {
    create_provider = false
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.this) == 0
    error_message = "No second provider must be created."
  }
}

run "wildcards_are_refused" {
  command = plan

  variables {
    repository      = "owner/*"
    branch          = "*"
    regions         = ["*"]
    repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/*"]
    cluster_arn     = "arn:aws:eks:us-east-1:123456789012:cluster/*"
    static_user     = "*"

    permissions_boundary = "*"
    trail_arns           = []
  }

  expect_failures = [
    var.repository, var.branch, var.regions, var.repository_arns, var.cluster_arn, var.static_user, var.permissions_boundary,
    var.trail_arns,
  ]
}
