output "topic_arns" {
  description = "ARNs of the topics for alarms, by severity: critical and warning."
  value       = { for severity in local.severities : severity => aws_sns_topic.this[severity].arn }

  depends_on = [aws_sns_topic_policy.this]
}

output "event_topic_arns" {
  description = "ARNs of the topics for sentences about events, by severity: critical and warning."
  value       = { for severity in local.severities : severity => aws_sns_topic.this["${severity}-events"].arn }

  depends_on = [aws_sns_topic_policy.this]
}

output "chat_topic_arn" {
  description = "ARN of the topic for events in the form that Amazon Q Developer shows in a chat."
  value       = aws_sns_topic.this["chat"].arn

  depends_on = [aws_sns_topic_policy.this]
}
