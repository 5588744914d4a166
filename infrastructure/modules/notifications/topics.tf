# Alarms have two topics: critical wakes someone up, warning can wait until the morning. Messages about events have topics
# of their own, because each recipient needs another form: people a sentence, the chat the JSON of Amazon Q. PagerDuty
# understands only alarms, so every event raises one as well (roots/observability/events.tf).

locals {
  severities = toset(["critical", "warning"])
  topics     = toset(concat(tolist(local.severities), [for severity in local.severities : "${severity}-events"], ["chat"]))

  # Only AWS services may publish, and only for this account. EventBridge sends no source account: a condition on it
  # would silently drop every event.
  # https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  publishers = {
    Services    = { names = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"], sends_account = true }
    EventBridge = { names = ["events.amazonaws.com"], sends_account = false }
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
    for_each = local.publishers
    content {
      sid       = "${statement.key}Publish"
      actions   = ["sns:Publish"]
      resources = [aws_sns_topic.this[each.key].arn]

      principals {
        type        = "Service"
        identifiers = statement.value.names
      }

      dynamic "condition" {
        for_each = statement.value.sends_account ? ["aws:SourceAccount"] : []
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

# With AWS's own key for SNS, other services can't publish to an encrypted topic.
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
  # In a key policy, * means this key. The account's IAM policies then decide who may use it.
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
    for_each = local.publishers
    content {
      sid       = "${statement.key}Publish"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = statement.value.names
      }

      dynamic "condition" {
        for_each = statement.value.sends_account ? ["aws:SourceAccount"] : []
        content {
          test     = "StringEquals"
          variable = condition.value
          values   = [data.aws_caller_identity.current.account_id]
        }
      }
    }
  }
}
