mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_region" {
    defaults = {
      id = "us-east-1"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:kms:us-east-1:123456789012:key/1"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/trail"
    }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail"
    }
  }
}

variables {
  name = "touchstone-test"
}

run "the_trail_covers_every_region_and_is_validated" {
  command = apply

  assert {
    condition     = aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.include_global_service_events && aws_cloudtrail.this.enable_log_file_validation
    error_message = "The trail must cover every region and global services, with log file validation."
  }
  assert {
    condition     = aws_cloudtrail.this.kms_key_id == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "A customer managed key must encrypt it."
  }
  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.bucket.statement : anytrue([for condition in statement.condition : condition.variable == "aws:SourceArn"])])
    error_message = "Only this trail may write to the bucket: the service principal is the same for all customers of AWS."
  }
  assert {
    condition     = length(aws_accessanalyzer_analyzer.this) == 1 && length(aws_guardduty_detector.this) == 1
    error_message = "GuardDuty and Access Analyzer must be on."
  }
  assert {
    condition     = toset(keys(aws_guardduty_detector_feature.this)) == toset(["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS"])
    error_message = "GuardDuty must cover S3, EKS, disks and database logins."
  }
}

run "the_records_are_locked" {
  command = apply

  variables {
    lock = { mode = "COMPLIANCE", days = 365 }
  }

  assert {
    condition     = module.bucket.lock.mode == "COMPLIANCE" && module.bucket.lock.days == 365
    error_message = "Object Lock must keep each record."
  }
  assert {
    condition     = length(output.protected_arns) == 6 && contains(output.protected_arns, "arn:aws:s3:::touchstone-test-trail-123456789012/*")
    error_message = "All parts of the trail must be listed, for those who must not touch them."
  }
}

run "a_lock_longer_than_the_archive_is_refused" {
  command = plan

  variables {
    archive_retention_days = 100
    lock                   = { mode = "GOVERNANCE", days = 101 }
  }

  expect_failures = [var.lock]
}

run "guardduty_and_access_analyzer_can_be_off" {
  command = plan

  variables {
    access_analyzer = false
    guardduty       = { enabled = false }
  }

  assert {
    condition     = length(aws_accessanalyzer_analyzer.this) == 0 && length(aws_guardduty_detector.this) == 0 && length(aws_guardduty_detector_feature.this) == 0
    error_message = "Neither must be created."
  }
}

run "too_short_an_archive_is_refused" {
  command = plan

  variables {
    archive_retention_days = 30
  }

  expect_failures = [var.archive_retention_days]
}

run "an_unknown_feature_is_refused" {
  command = plan

  variables {
    guardduty = { enabled = true, features = ["EVERYTHING"] }
  }

  expect_failures = [var.guardduty]
}
