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
    condition     = jsondecode(aws_ecr_lifecycle_policy.this["scores"].policy).rules[1].selection.countNumber == 30
    error_message = "Thirty images must be kept."
  }
}

run "more_images_can_be_kept" {
  command = plan

  variables {
    kept_images = 100
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this["scores"].policy).rules[1].selection.countNumber == 100
    error_message = "A hundred images must be kept."
  }
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    repositories = ["Gateway"]
    kept_images  = 1
  }

  expect_failures = [var.repositories, var.kept_images]
}
