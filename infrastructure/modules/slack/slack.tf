# Slack can't read SNS messages; Amazon Q Developer (formerly AWS Chatbot) formats them.

locals {
  # Members of the channel may only look at graphs.
  policy = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

resource "aws_chatbot_slack_channel_configuration" "this" {
  configuration_name    = var.name
  slack_team_id         = var.team_id
  slack_channel_id      = var.channel_id
  iam_role_arn          = aws_iam_role.this.arn
  guardrail_policy_arns = [local.policy]
  sns_topic_arns        = var.topic_arns
  logging_level         = "ERROR"
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["chatbot.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = "${var.name}-slack"
  description          = "Amazon Q Developer shows graphs in Slack"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.this.name
  policy_arn = local.policy
}
