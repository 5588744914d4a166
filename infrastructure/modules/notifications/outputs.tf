output "topic_arns" {
  description = "ARNs of the topics, by severity: critical and warning."
  value       = { for severity, topic in aws_sns_topic.this : severity => topic.arn }

  depends_on = [aws_sns_topic_policy.this]
}
