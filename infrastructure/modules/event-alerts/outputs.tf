output "rule_names" {
  description = "Names of the rules, by event."
  value       = { for event, rule in aws_cloudwatch_event_rule.this : event => rule.name }
}

output "alarms" {
  description = "Alarms by name, one for each event, in the form of the module alarms: raised when the event's rule has been triggered."
  value = { for event, rule in aws_cloudwatch_event_rule.this : "event-${event}" => {
    description = "${var.events[event].description}. The message to mail or chat has the details."
    severity    = var.events[event].severity
    namespace   = "AWS/Events"
    metric      = "TriggeredRules"
    dimensions  = { RuleName = rule.name }
    statistic   = "Sum"
    above       = 0
    periods     = 1
  } }
}

output "messages" {
  description = "What each event sends: by target, the topic, the fields that EventBridge takes from the event, and the template that it fills in."
  value = { for id, target in aws_cloudwatch_event_target.this : id => {
    topic_arn = target.arn
    fields    = target.input_transformer[0].input_paths
    template  = target.input_transformer[0].input_template
  } }
}
