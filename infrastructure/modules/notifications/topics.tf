# Two topics: critical wakes somebody, warning is read in the morning.

locals {
  topics = toset(["critical", "warning"])
  # Who may say something: AWS's services for this account, and nobody else. EventBridge tells no account: a
  # condition on it would drop every event without a word.
  # https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  speakers = {
    Services    = { names = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"], tell_account = true }
    EventBridge = { names = ["events.amazonaws.com"], tell_account = false }
  }
}

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "this" {
  for_each = local.topics

  name              = "${var.name}-${each.key}"
  kms_master_key_id = aws_kms_key.this.arn
}

data "aws_iam_policy_document" "topic" {
  for_each = local.topics

  dynamic "statement" {
    for_each = local.speakers
    content {
      sid       = "${statement.key}Speak"
      actions   = ["sns:Publish"]
      resources = [aws_sns_topic.this[each.key].arn]

      principals {
        type        = "Service"
        identifiers = statement.value.names
      }

      dynamic "condition" {
        for_each = statement.value.tell_account ? ["aws:SourceAccount"] : []
        content {
          test     = "StringEquals"
          variable = condition.value
          values   = [data.aws_caller_identity.current.account_id]
        }
      }
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  for_each = local.topics

  arn    = aws_sns_topic.this[each.key].arn
  policy = data.aws_iam_policy_document.topic[each.key].json
}

# AWS's own key for SNS lets no other service speak to an encrypted topic.
resource "aws_kms_key" "this" {
  description         = "Notifications of ${var.name}"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-notifications"
  target_key_id = aws_kms_key.this.key_id
}

data "aws_iam_policy_document" "key" {
  # In a key's own policy, * is this key: IAM policies of the account then say who may use it.
  statement {
    sid       = "Account"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  dynamic "statement" {
    for_each = local.speakers
    content {
      sid       = "${statement.key}Speak"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = statement.value.names
      }

      dynamic "condition" {
        for_each = statement.value.tell_account ? ["aws:SourceAccount"] : []
        content {
          test     = "StringEquals"
          variable = condition.value
          values   = [data.aws_caller_identity.current.account_id]
        }
      }
    }
  }
}
