output "arns" {
  description = "ARNs of the alarms by name, for the dashboard."
  value       = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => alarm.arn }
}

output "composite_arns" {
  description = "ARNs of the composite alarms, by name."
  value       = { for name, alarm in aws_cloudwatch_composite_alarm.this : name => alarm.arn }
}
