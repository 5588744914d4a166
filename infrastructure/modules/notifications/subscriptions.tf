# Mail and PagerDuty. Slack has its own module, since it is in another region.

locals {
  email_subscriptions = merge([
    for topic in local.topics : { for address in var.emails[topic] : "${topic} ${address}" => { topic = topic, address = address } }
  ]...)
}

resource "aws_sns_topic_subscription" "mail" {
  for_each = local.email_subscriptions

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
