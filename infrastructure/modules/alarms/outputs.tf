output "arns" {
  description = "ARNs of the alarms by name, for the dashboard."
  value       = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => alarm.arn }
}

output "composite_arns" {
  description = "ARNs of the composite alarms, by name."
  value       = { for name, alarm in aws_cloudwatch_composite_alarm.this : name => alarm.arn }
}

output "notifications" {
  description = "Metric alarms that notify somebody, by name, with what CloudWatch writes into their messages."
  value = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => {
    topic_arn   = one(alarm.alarm_actions)
    name        = alarm.alarm_name
    description = alarm.alarm_description
    trigger = {
      Namespace          = alarm.namespace
      MetricName         = alarm.metric_name
      Period             = alarm.period
      EvaluationPeriods  = alarm.evaluation_periods
      ComparisonOperator = alarm.comparison_operator
      Threshold          = alarm.threshold
      TreatMissingData   = alarm.treat_missing_data
    }
  } if !contains(local.members, name) }
}
