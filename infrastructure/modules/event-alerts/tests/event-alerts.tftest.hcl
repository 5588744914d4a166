mock_provider "aws" {}

variables {
  name       = "touchstone-test"
  topic_arns = { critical = "arn:aws:sns:us-east-1:123456789012:critical", warning = "arn:aws:sns:us-east-1:123456789012:warning" }
  events = {
    guardduty = {
      description = "GuardDuty found something"
      severity    = "critical"
      pattern     = "{\"source\":[\"aws.guardduty\"]}"
      text        = { type = "$.detail.type" }
    }
  }
}

run "an_event_is_told_in_a_sentence" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty"].arn == var.topic_arns.critical
    error_message = "The topic of its severity hears it."
  }
  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty"].input_transformer[0].input_template == "\"touchstone-test: GuardDuty found something: type <type>\""
    error_message = "EventBridge fills in what the event says."
  }
}

run "an_event_without_sense_is_refused" {
  command = plan

  variables {
    events = { guardduty = { description = "x", severity = "loud", pattern = "{}", text = { type = "detail" } } }
  }

  expect_failures = [var.events]
}
