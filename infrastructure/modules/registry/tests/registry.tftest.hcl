mock_provider "aws" {}

variables {
  name         = "touchstone-test"
  repositories = ["gateway", "scores"]
}

run "repositories_are_immutable_scanned_and_encrypted" {
  command = apply

  assert {
    condition     = aws_ecr_repository.this["gateway"].name == "touchstone-test/gateway" && toset(keys(output.urls)) == toset(["gateway", "scores"])
    error_message = "Each image must have a repository."
  }
  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE" && repository.image_scanning_configuration[0].scan_on_push && repository.encryption_configuration[0].encryption_type == "KMS"])
    error_message = "Tags must be immutable, images scanned and encrypted."
  }
  assert {
    condition     = length(aws_ecr_lifecycle_policy.this) == 0
    error_message = "No image must be deleted by default."
  }
}

run "old_builds_are_deleted_but_no_deployed_image" {
  command = plan

  variables {
    kept_builds = 30
  }

  assert {
    condition     = [for rule in jsondecode(aws_ecr_lifecycle_policy.this["scores"].policy).rules : rule.selection.tagPatternList] == [["deployed-*"], ["build-*"]]
    error_message = "The rule for deployed images must come first: it keeps them out of reach of the next."
  }
  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this["scores"].policy).rules[1].selection.countNumber == 30
    error_message = "Thirty builds must be kept."
  }
  assert {
    condition     = alltrue([for rule in jsondecode(aws_ecr_lifecycle_policy.this["scores"].policy).rules : rule.selection.tagStatus == "tagged"])
    error_message = "Signatures have no tag, and must stay."
  }
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    repositories = ["Gateway"]
    kept_builds  = 1
  }

  expect_failures = [var.repositories, var.kept_builds]
}
