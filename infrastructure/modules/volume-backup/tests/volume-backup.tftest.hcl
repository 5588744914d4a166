mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/backup"
    }
  }
}

variables {
  name        = "touchstone-test"
  kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
}

run "volumes_of_the_cluster_are_backed_up_every_day" {
  command = plan

  assert {
    condition     = one(aws_backup_plan.this.rule).schedule == "cron(0 3 * * ? *)" && one(one(aws_backup_plan.this.rule).lifecycle).delete_after == 7
    error_message = "Backups must be daily and kept for a week."
  }
  assert {
    condition     = aws_backup_selection.this.resources == toset(["arn:aws:ec2:*:*:volume/*"]) && one(one(aws_backup_selection.this.condition).string_equals).key == "aws:ResourceTag/ebs.csi.aws.com/cluster"
    error_message = "Only volumes of the EBS CSI driver must be selected."
  }
  assert {
    condition     = aws_backup_vault.this.kms_key_arn == var.kms_key_arn && length(one(aws_backup_plan.this.rule).copy_action) == 0
    error_message = "The vault must be encrypted, without copies by default."
  }
}

run "backups_can_be_copied_to_another_region" {
  command = plan

  variables {
    copy_vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:copies"
  }

  assert {
    condition     = one(one(aws_backup_plan.this.rule).copy_action).destination_vault_arn == var.copy_vault_arn
    error_message = "Each backup must be copied."
  }
}

run "values_that_aws_backup_rejects_are_refused" {
  command = plan

  variables {
    kms_key_arn    = "alias/aws/backup"
    schedule       = "every day"
    retention_days = 0
  }

  expect_failures = [var.kms_key_arn, var.schedule, var.retention_days]
}
