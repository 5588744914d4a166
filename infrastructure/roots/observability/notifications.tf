module "notifications" {
  source = "../../modules/notifications"

  name          = local.name
  emails        = var.emails
  pagerduty_url = var.pagerduty_url
  slack         = var.slack
}

module "budget" {
  source = "../../modules/budget"

  name          = local.name
  monthly_limit = var.monthly_limit
  topic_arn     = module.notifications.topic_arns.warning
}
