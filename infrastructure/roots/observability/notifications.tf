locals {
  # Who receives which topic. Amazon Q understands alarms and its own form, PagerDuty only alarms; mail needs neither.
  receivers = {
    slack     = concat(values(module.notifications.topic_arns), [module.notifications.chat_topic_arn])
    pagerduty = [module.notifications.topic_arns.critical]
    mail      = concat(values(module.notifications.topic_arns), values(module.notifications.event_topic_arns))
  }
}

module "notifications" {
  source = "../../modules/notifications"

  name   = local.name
  emails = var.emails
}

# Amazon Q Developer, which posts to Slack, has no endpoint in us-east-1.
provider "aws" {
  alias  = "chat"
  region = "us-east-2"

  default_tags {
    tags = local.tags
  }
}

module "slack" {
  source    = "../../modules/slack"
  count     = var.slack == null ? 0 : 1
  providers = { aws = aws.chat }

  name                 = local.name
  team_id              = var.slack.team_id
  channel_id           = var.slack.channel_id
  topic_arns           = local.receivers.slack
  permissions_boundary = local.permissions_boundary
}

module "budget" {
  source = "../../modules/budget"

  name          = local.name
  monthly_limit = var.monthly_limit
  topic_arn     = module.notifications.topic_arns.warning
}
