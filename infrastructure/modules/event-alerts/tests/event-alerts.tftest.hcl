mock_provider "aws" {}

variables {
  name       = "touchstone-test"
  topic_arns = { critical = "arn:aws:sns:us-east-1:123456789012:critical", warning = "arn:aws:sns:us-east-1:123456789012:warning" }
  events = {
    guardduty = {
      description = "GuardDuty reported a finding"
      severity    = "critical"
      pattern     = "{\"source\":[\"aws.guardduty\"]}"
      fields      = { type = "$.detail.type" }
    }
  }
}

run "an_event_becomes_a_sentence" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty"].arn == var.topic_arns.critical
    error_message = "The target must be the topic of its severity."
  }
  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty"].input_transformer[0].input_template == "\"touchstone-test: GuardDuty reported a finding: type <type>\""
    error_message = "EventBridge must insert the event's fields."
  }
}

run "an_invalid_event_is_refused" {
  command = plan

  variables {
    events = { guardduty = { description = "x", severity = "loud", pattern = "{}", fields = { type = "detail" } } }
  }

  expect_failures = [var.events]
}
