# Mail. Slack has its own module, since it is in another region. The subscription of PagerDuty contains a key and is made
# by a command instead (roots/observability/outputs.tf).

locals {
  email_subscriptions = merge([
    for severity in local.severities : merge([
      for topic in [severity, "${severity}-events"] : {
        for address in var.emails[severity] : "${topic} ${address}" => { topic = topic, address = address }
      }
    ]...)
  ]...)
}

resource "aws_sns_topic_subscription" "mail" {
  for_each = local.email_subscriptions

  topic_arn = aws_sns_topic.this[each.value.topic].arn
  protocol  = "email"
  endpoint  = each.value.address
}
