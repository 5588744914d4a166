output "handover" {
  description = "Values for charts and workflows: topics, namespace of the metrics, dashboard, alarms."
  value       = local.handover
}

output "dashboard_url" {
  description = "URL of the dashboard."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.this.dashboard_name}"
}
