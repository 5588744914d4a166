# A snapshot of each of the cluster's volumes every day.

resource "aws_backup_vault" "this" {
  name        = "${var.name}-volumes"
  kms_key_arn = var.kms_key_arn
}

resource "aws_backup_plan" "this" {
  name = "${var.name}-volumes"

  rule {
    rule_name         = "daily"
    target_vault_name = one(aws_backup_vault.this[*].name)
    schedule          = var.schedule
    # Minutes within which a backup must start and complete.
    start_window      = 60
    completion_window = 240

    lifecycle {
      delete_after = var.retention_days
    }

    dynamic "copy_action" {
      for_each = var.copy_vault_arn == null ? [] : [var.copy_vault_arn]
      content {
        destination_vault_arn = copy_action.value

        lifecycle {
          delete_after = var.retention_days
        }
      }
    }
  }
}

resource "aws_backup_selection" "this" {
  name         = "${var.name}-volumes"
  plan_id      = one(aws_backup_plan.this[*].id)
  iam_role_arn = aws_iam_role.this.arn
  resources    = ["arn:aws:ec2:*:*:volume/*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/${var.volume_tag.key}"
      value = var.volume_tag.value
    }
  }
}
