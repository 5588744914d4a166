mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:kms:us-east-1:123456789012:key/1"
    }
  }
  mock_resource "aws_sns_topic" {
    defaults = {
      arn = "arn:aws:sns:us-east-1:123456789012:touchstone-test-critical"
    }
  }
}

variables {
  name = "touchstone-test"
}

run "the_topics_are_encrypted_and_have_no_subscriptions_by_default" {
  command = apply

  assert {
    condition     = toset(keys(aws_sns_topic.this)) == toset(["critical", "warning", "critical-events", "warning-events", "chat"]) && alltrue([for topic in aws_sns_topic.this : topic.kms_master_key_id == aws_kms_key.this.arn])
    error_message = "A customer managed key must encrypt all."
  }
  assert {
    condition = alltrue([
      for document in concat(values(data.aws_iam_policy_document.topic), [data.aws_iam_policy_document.key]) :
      { for statement in document.statement : statement.sid => try(one(statement.condition).variable, null) if statement.sid != "Account" } == { ServicesPublish = "aws:SourceAccount", EventBridgePublish = null }
    ])
    error_message = "Services may publish for this account only; there must be no such condition for EventBridge, which sends no account."
  }
  assert {
    condition     = length(aws_sns_topic_subscription.mail) == 0
    error_message = "There must be no subscriptions."
  }
}

run "mail_is_subscribed_to_alarms_and_events" {
  command = apply

  variables {
    emails = { critical = ["on-call@touchstone.example"], warning = ["team@touchstone.example"] }
  }

  assert {
    condition     = keys(aws_sns_topic_subscription.mail) == ["critical on-call@touchstone.example", "critical-events on-call@touchstone.example", "warning team@touchstone.example", "warning-events team@touchstone.example"]
    error_message = "Each address must be subscribed to the alarms and events of its severity, and not to the chat's JSON."
  }
}

run "invalid_addresses_are_refused" {
  command = plan

  variables {
    emails = { critical = ["on-call"] }
  }

  expect_failures = [var.emails]
}
