output "handover" {
  description = "Values for charts and workflows: topics, namespace of the metrics, dashboard, alarms."
  value       = local.handover
}

output "dashboard_url" {
  description = "URL of the dashboard."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.this.dashboard_name}"
}

output "pagerduty_command" {
  description = "Command that sends critical alarms to PagerDuty; set PAGERDUTY_URL to the URL of its CloudWatch integration."
  value       = "aws sns subscribe --region ${var.region} --topic-arn ${one(local.receivers.pagerduty)} --protocol https --notification-endpoint \"$PAGERDUTY_URL\""
}

output "alert_routes" {
  description = "What is sent to which topic, and who receives it, for `operations alerts test`."
  value = {
    region    = var.region
    receivers = local.receivers
    events    = module.event_alerts.messages
    alarms    = module.alarms.notifications
  }
}
