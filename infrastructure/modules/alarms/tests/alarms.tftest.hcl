mock_provider "aws" {}

variables {
  name = "touchstone-test"
  topic_arns = {
    critical = "arn:aws:sns:us-east-1:123456789012:touchstone-test-critical"
    warning  = "arn:aws:sns:us-east-1:123456789012:touchstone-test-warning"
  }
  alarms = {
    cpu    = { description = "Busy", severity = "warning", namespace = "AWS/RDS", metric = "CPUUtilization", above = 80 }
    disk   = { description = "Full", severity = "critical", namespace = "AWS/RDS", metric = "FreeStorageSpace", below = 1000, treat_missing_data = "breaching" }
    slow   = { description = "Slow", severity = "warning", namespace = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p99", above = 2 }
    errors = { description = "Errors", severity = "critical", namespace = "Touchstone", metric = "ServerErrors", divisor = "Requests", statistic = "Sum", above = 5 }
  }
}

run "each_alarm_notifies_the_topic_of_its_severity" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["cpu"].alarm_actions == toset([var.topic_arns.warning]) && aws_cloudwatch_metric_alarm.this["disk"].ok_actions == toset([var.topic_arns.critical])
    error_message = "Both ALARM and OK must be sent."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["cpu"].comparison_operator == "GreaterThanThreshold" && aws_cloudwatch_metric_alarm.this["disk"].comparison_operator == "LessThanThreshold"
    error_message = "above and below must become different operators."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["disk"].treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.this["cpu"].datapoints_to_alarm == 3
    error_message = "Missing data can breach, and three data points must breach by default."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["slow"].extended_statistic == "p99" && aws_cloudwatch_metric_alarm.this["slow"].statistic == null
    error_message = "Percentiles must be an extended statistic."
  }
}

run "the_notifications_are_what_the_alarms_send" {
  command = plan

  assert {
    condition     = keys(output.notifications) == ["cpu", "disk", "errors", "slow"] && output.notifications["cpu"].topic_arn == var.topic_arns.warning && output.notifications["cpu"].name == "touchstone-test-cpu" && strcontains(output.notifications["cpu"].description, "docs/alarms.md") && output.notifications["cpu"].trigger.MetricName == "CPUUtilization"
    error_message = "`operations alerts test` must read what CloudWatch sends."
  }
}

run "a_percentage_is_computed_from_two_metrics" {
  command = plan

  assert {
    condition     = { for query in aws_cloudwatch_metric_alarm.this["errors"].metric_query : query.id => try(query.metric[0].metric_name, query.expression) } == { part = "ServerErrors", whole = "Requests", share = "IF(whole > 0, 100 * FILL(part, 0) / whole, 0)" }
    error_message = "There must be no division by zero."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["errors"].metric_name == null
    error_message = "CloudWatch accepts a metric or queries, not both."
  }
}

run "members_of_a_composite_send_no_notifications" {
  command = plan

  variables {
    composites = { database = { description = "The database is in trouble", severity = "critical", any_of = ["cpu", "disk"] } }
  }

  assert {
    condition     = aws_cloudwatch_composite_alarm.this["database"].alarm_rule == "ALARM(\"touchstone-test-cpu\") OR ALARM(\"touchstone-test-disk\")"
    error_message = "Any member must raise it."
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this["cpu"].alarm_actions) == 0 && length(aws_cloudwatch_metric_alarm.this["slow"].alarm_actions) == 1
    error_message = "Only members must send no notifications."
  }
}

run "an_invalid_alarm_is_refused" {
  command = plan

  variables {
    topic_arns = { critical = "arn:aws:sns:us-east-1:123456789012:x" }
    alarms     = { cpu = { description = "Busy", severity = "loud", namespace = "AWS/RDS", metric = "CPUUtilization", above = 1, below = 2, treat_missing_data = "never" } }
  }

  expect_failures = [var.topic_arns, var.alarms]
}

run "a_composite_of_unknown_alarms_is_refused" {
  command = plan

  variables {
    composites = { database = { description = "Trouble", severity = "loud", any_of = ["memory"] } }
  }

  expect_failures = [var.composites]
}

run "an_empty_composite_is_refused" {
  command = plan

  variables {
    composites = { nothing = { description = "Nothing", severity = "warning", any_of = [] } }
  }

  expect_failures = [var.composites]
}
