mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/touchstone-test-slack"
    }
  }
}

variables {
  name       = "touchstone-test"
  team_id    = "T0123"
  channel_id = "C0123"
  topic_arns = ["arn:aws:sns:us-east-1:123456789012:critical", "arn:aws:sns:us-east-1:123456789012:warning"]
}

run "the_channel_is_subscribed_and_has_no_permissions" {
  command = apply

  assert {
    condition     = aws_chatbot_slack_channel_configuration.this.sns_topic_arns == toset(var.topic_arns)
    error_message = "Both topics must be subscribed."
  }
  assert {
    condition     = one(aws_chatbot_slack_channel_configuration.this.guardrail_policy_arns) == "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess" && aws_iam_role_policy_attachment.this.policy_arn == "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
    error_message = "Members of the channel may only look at graphs."
  }
}

run "names_instead_of_ids_are_refused" {
  command = plan

  variables {
    team_id    = "touchstone"
    channel_id = "#alerts"
  }

  expect_failures = [var.team_id, var.channel_id]
}
