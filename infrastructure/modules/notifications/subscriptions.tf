# Who hears it: mail, PagerDuty, Slack.

locals {
  mails = merge([
    for topic in local.topics : { for address in var.emails[topic] : "${topic} ${address}" => { topic = topic, address = address } }
  ]...)
}

resource "aws_sns_topic_subscription" "mail" {
  for_each = local.mails

  topic_arn = aws_sns_topic.this[each.value.topic].arn
  protocol  = "email"
  endpoint  = each.value.address
}

resource "aws_sns_topic_subscription" "pagerduty" {
  count = nonsensitive(var.pagerduty_url != null) ? 1 : 0

  topic_arn              = aws_sns_topic.this["critical"].arn
  protocol               = "https"
  endpoint               = var.pagerduty_url
  endpoint_auto_confirms = true
}

# Slack understands no messages of SNS; Amazon Q Developer (once AWS Chatbot) puts them into words.
resource "aws_chatbot_slack_channel_configuration" "this" {
  count = var.slack == null ? 0 : 1

  configuration_name    = var.name
  slack_team_id         = var.slack.team_id
  slack_channel_id      = var.slack.channel_id
  iam_role_arn          = aws_iam_role.slack[0].arn
  guardrail_policy_arns = [local.slack_policy]
  sns_topic_arns        = [for topic in aws_sns_topic.this : topic.arn]
  logging_level         = "ERROR"
}

locals {
  # People in the channel may look at graphs and do nothing else.
  slack_policy = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

data "aws_iam_policy_document" "slack_assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["chatbot.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "slack" {
  count = var.slack == null ? 0 : 1

  name               = "${var.name}-slack"
  description        = "Amazon Q Developer shows graphs in Slack"
  assume_role_policy = data.aws_iam_policy_document.slack_assume.json
}

resource "aws_iam_role_policy_attachment" "slack" {
  count = var.slack == null ? 0 : 1

  role       = aws_iam_role.slack[0].name
  policy_arn = local.slack_policy
}
