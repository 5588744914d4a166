mock_provider "aws" {}

variables {
  name           = "touchstone-test"
  chat_topic_arn = "arn:aws:sns:us-east-1:123456789012:chat"
  topic_arns     = { critical = "arn:aws:sns:us-east-1:123456789012:critical", warning = "arn:aws:sns:us-east-1:123456789012:warning" }
  events = {
    guardduty = {
      description = "GuardDuty reported a finding"
      severity    = "critical"
      pattern     = "{\"source\":[\"aws.guardduty\"]}"
      fields      = { type = "$.detail.type" }
    }
  }
}

run "people_get_a_sentence" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty-sentence"].arn == var.topic_arns.critical
    error_message = "The target must be the topic of its severity."
  }
  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty-sentence"].input_transformer[0].input_template == "\"touchstone-test: GuardDuty reported a finding: type <type>\""
    error_message = "EventBridge must insert the event's fields."
  }
}

run "the_chat_gets_the_json_of_amazon_q" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_target.this["guardduty-chat"].arn == var.chat_topic_arn
    error_message = "The target must be the chat's topic."
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_target.this["guardduty-chat"].input_transformer[0].input_template).version == "1.0" && jsondecode(aws_cloudwatch_event_target.this["guardduty-chat"].input_transformer[0].input_template).source == "custom"
    error_message = "Amazon Q shows only custom notifications of this version."
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_target.this["guardduty-chat"].input_transformer[0].input_template).content.description == "type <type>" && strcontains(aws_cloudwatch_event_target.this["guardduty-chat"].input_transformer[0].input_template, "<type>")
    error_message = "EventBridge must insert the event's fields."
  }
}

run "the_messages_are_what_the_targets_send" {
  command = plan

  assert {
    condition = keys(output.messages) == ["guardduty-chat", "guardduty-sentence"] && alltrue([
      for id, target in aws_cloudwatch_event_target.this : output.messages[id].topic_arn == target.arn && output.messages[id].fields.type == "$.detail.type" && output.messages[id].template == target.input_transformer[0].input_template
    ])
    error_message = "`operations alerts test` must read what EventBridge sends."
  }
}

run "pagerduty_gets_an_alarm" {
  command = plan

  assert {
    condition     = output.alarms["event-guardduty"].metric == "TriggeredRules" && output.alarms["event-guardduty"].dimensions.RuleName == "touchstone-test-guardduty" && output.alarms["event-guardduty"].severity == "critical"
    error_message = "PagerDuty drops all but alarms, so the rule's own metric must raise one."
  }
}

run "an_invalid_event_is_refused" {
  command = plan

  variables {
    events = { guardduty = { description = "x", severity = "loud", pattern = "{}", fields = { type = "detail" } } }
  }

  expect_failures = [var.events]
}
