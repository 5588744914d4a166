mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::touchstone-test-uploads"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/replica"
    }
  }
}

variables {
  name = "touchstone-test-uploads"
}

run "a_bucket_is_private_versioned_and_encrypted" {
  command = apply

  assert {
    condition     = alltrue([aws_s3_bucket_public_access_block.this.block_public_acls, aws_s3_bucket_public_access_block.this.block_public_policy, aws_s3_bucket_public_access_block.this.ignore_public_acls, aws_s3_bucket_public_access_block.this.restrict_public_buckets])
    error_message = "Public access must be blocked."
  }
  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Versioning is on."
  }
  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Without a KMS key, S3-managed keys must encrypt."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.this.statement : statement if statement.effect == "Deny"]).sid == "TlsOnly"
    error_message = "Plain HTTP is denied."
  }
  assert {
    condition     = !aws_s3_bucket.this.force_destroy && length(aws_s3_bucket_replication_configuration.this) == 0 && length(aws_s3_bucket_cors_configuration.this) == 0
    error_message = "Optional features must be off."
  }
  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id] == ["old-versions", "unfinished-uploads"]
    error_message = "Old versions and unfinished uploads must expire, objects must not."
  }
}

run "a_kms_key_can_be_used" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" && one(aws_s3_bucket_server_side_encryption_configuration.this.rule).bucket_key_enabled
    error_message = "The given key must encrypt, with a bucket key."
  }
}

run "objects_may_move_and_expire" {
  command = plan

  variables {
    archive_days    = 30
    expiration_days = 365
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id] == ["old-versions", "unfinished-uploads", "expire", "archive"]
    error_message = "Both rules must exist."
  }
}

run "only_some_objects_may_expire" {
  command = plan

  variables {
    expiration_days     = 90
    expiration_prefixes = ["databases/", "state/"]
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.this.rule : one(rule.filter).prefix => one(rule.expiration).days if startswith(rule.id, "expire") } == { "databases/" = 90, "state/" = 90 }
    error_message = "Objects in other folders must stay."
  }
}

run "a_prefix_that_is_no_folder_is_refused" {
  command = plan

  variables {
    expiration_prefixes = ["databases"]
  }

  expect_failures = [var.expiration_prefixes]
}

run "objects_may_be_copied_to_another_region" {
  command = apply

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
    replica = {
      bucket_arn  = "arn:aws:s3:::touchstone-test-uploads-replica"
      kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/2"
    }
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].bucket == "arn:aws:s3:::touchstone-test-uploads-replica"
    error_message = "Objects must be replicated to the given bucket."
  }
  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
    error_message = "Encrypted objects must be replicated, which S3 does only on request."
  }
}

run "browsers_of_named_origins_may_read" {
  command = plan

  variables {
    cors_origins = ["https://touchstone.example"]
  }

  assert {
    condition     = one(aws_s3_bucket_cors_configuration.this[0].cors_rule).allowed_methods == toset(["GET", "HEAD"])
    error_message = "They must only be able to read."
  }
}

run "a_name_with_capitals_is_refused" {
  command = plan

  variables {
    name = "Uploads"
  }

  expect_failures = [var.name]
}

run "an_alias_instead_of_a_key_is_refused" {
  command = plan

  variables {
    kms_key_arn = "alias/aws/s3"
  }

  expect_failures = [var.kms_key_arn]
}

run "days_that_s3_rejects_are_refused" {
  command = plan

  variables {
    noncurrent_days = 0
    expiration_days = 0
  }

  expect_failures = [var.noncurrent_days, var.expiration_days]
}

run "an_archive_earlier_than_s3_allows_is_refused" {
  command = plan

  variables {
    archive_days = 29
  }

  expect_failures = [var.archive_days]
}

run "an_origin_without_tls_is_refused" {
  command = plan

  variables {
    cors_origins = ["http://touchstone.example"]
  }

  expect_failures = [var.cors_origins]
}

run "an_archive_after_the_end_is_refused" {
  command = plan

  variables {
    archive_days    = 30
    expiration_days = 30
  }

  expect_failures = [var.archive_days]
}

run "objects_can_be_locked" {
  command = apply

  variables {
    lock = { mode = "COMPLIANCE", days = 365 }
  }

  assert {
    condition     = aws_s3_bucket.this.object_lock_enabled && output.lock.mode == "COMPLIANCE" && output.lock.days == 365
    error_message = "Object Lock must be on."
  }
}

run "an_unknown_lock_is_refused" {
  command = plan

  variables {
    lock = { mode = "FOREVER", days = 365 }
  }

  expect_failures = [var.lock]
}

run "a_lock_that_can_be_destroyed_is_refused" {
  command = plan

  variables {
    lock          = { mode = "GOVERNANCE", days = 365 }
    force_destroy = true
  }

  expect_failures = [var.lock]
}
