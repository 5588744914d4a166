output "handover" {
  description = "What charts and workflows read: topics, namespace of the figures, dashboard, alarms."
  value       = local.handover
}

output "dashboard_url" {
  description = "Where the dashboard is."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.this.dashboard_name}"
}
