mock_provider "aws" {}

variables {
  name = "touchstone-test"
  topic_arns = {
    critical = "arn:aws:sns:us-east-1:123456789012:touchstone-test-critical"
    warning  = "arn:aws:sns:us-east-1:123456789012:touchstone-test-warning"
  }
  alarms = {
    cpu    = { description = "Busy", severity = "warning", namespace = "AWS/RDS", metric = "CPUUtilization", above = 80 }
    disk   = { description = "Full", severity = "critical", namespace = "AWS/RDS", metric = "FreeStorageSpace", below = 1000, missing = "breaching" }
    slow   = { description = "Slow", severity = "warning", namespace = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p99", above = 2 }
    errors = { description = "Errors", severity = "critical", namespace = "Touchstone", metric = "ServerErrors", divisor = "Requests", statistic = "Sum", above = 5 }
  }
}

run "each_alarm_tells_the_topic_of_its_severity" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["cpu"].alarm_actions == toset([var.topic_arns.warning]) && aws_cloudwatch_metric_alarm.this["disk"].ok_actions == toset([var.topic_arns.critical])
    error_message = "Raised and over, both are told."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["cpu"].comparison_operator == "GreaterThanThreshold" && aws_cloudwatch_metric_alarm.this["disk"].comparison_operator == "LessThanThreshold"
    error_message = "Above and below are told apart."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["disk"].treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.this["cpu"].datapoints_to_alarm == 3
    error_message = "Silence can be an alarm, and three values in a row are."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["slow"].extended_statistic == "p99" && aws_cloudwatch_metric_alarm.this["slow"].statistic == null
    error_message = "Percentiles are given as CloudWatch wants them."
  }
}

run "a_share_is_computed_of_two_figures" {
  command = plan

  assert {
    condition     = { for query in aws_cloudwatch_metric_alarm.this["errors"].metric_query : query.id => try(query.metric[0].metric_name, query.expression) } == { part = "ServerErrors", whole = "Requests", share = "IF(whole > 0, 100 * FILL(part, 0) / whole, 0)" }
    error_message = "Nothing is divided by zero."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["errors"].metric_name == null
    error_message = "CloudWatch takes a figure or queries, not both."
  }
}

run "members_of_a_composite_are_silent" {
  command = plan

  variables {
    composites = { database = { description = "The database is in trouble", severity = "critical", any_of = ["cpu", "disk"] } }
  }

  assert {
    condition     = aws_cloudwatch_composite_alarm.this["database"].alarm_rule == "ALARM(\"touchstone-test-cpu\") OR ALARM(\"touchstone-test-disk\")"
    error_message = "Any of them raises it."
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this["cpu"].alarm_actions) == 0 && length(aws_cloudwatch_metric_alarm.this["slow"].alarm_actions) == 1
    error_message = "One trouble is one message; others speak on."
  }
}

run "an_alarm_without_sense_is_refused" {
  command = plan

  variables {
    topic_arns = { critical = "arn:aws:sns:us-east-1:123456789012:x" }
    alarms     = { cpu = { description = "Busy", severity = "loud", namespace = "AWS/RDS", metric = "CPUUtilization", above = 1, below = 2, missing = "never" } }
  }

  expect_failures = [var.topic_arns, var.alarms]
}

run "a_composite_of_what_is_not_there_is_refused" {
  command = plan

  variables {
    composites = { database = { description = "Trouble", severity = "loud", any_of = ["memory"] } }
  }

  expect_failures = [var.composites]
}

run "a_composite_of_nothing_is_refused" {
  command = plan

  variables {
    composites = { nothing = { description = "Nothing", severity = "warning", any_of = [] } }
  }

  expect_failures = [var.composites]
}
