# Who hears it: mail and PagerDuty. Slack is a module of its own, since it is set up in another region.

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
