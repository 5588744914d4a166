output "rule_names" {
  description = "Names of the rules, by event."
  value       = { for event, rule in aws_cloudwatch_event_rule.this : event => rule.name }
}
