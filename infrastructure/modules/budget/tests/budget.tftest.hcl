mock_provider "aws" {}

variables {
  name          = "touchstone-test"
  monthly_limit = 300
  topic_arn     = "arn:aws:sns:us-east-1:123456789012:warning"
}

run "spent_and_expected_money_is_told" {
  command = plan

  assert {
    condition     = { for notification in aws_budgets_budget.this.notification : notification.notification_type => notification.threshold } == { ACTUAL = 80, FORECASTED = 100 }
    error_message = "Before it is too late, and when it is going to be."
  }
  assert {
    condition     = aws_budgets_budget.this.limit_amount == "300.0" && aws_budgets_budget.this.limit_unit == "USD"
    error_message = "The limit is the month's."
  }
}

run "a_limit_of_nothing_is_refused" {
  command = plan

  variables {
    monthly_limit = 0
  }

  expect_failures = [var.monthly_limit]
}
