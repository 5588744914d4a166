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
  value       = "aws sns subscribe --region ${var.region} --topic-arn ${module.notifications.topic_arns.critical} --protocol https --notification-endpoint \"$PAGERDUTY_URL\""
}
