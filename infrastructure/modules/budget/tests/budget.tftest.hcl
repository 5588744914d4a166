mock_provider "aws" {}

variables {
  name          = "touchstone-test"
  monthly_limit = 300
  topic_arn     = "arn:aws:sns:us-east-1:123456789012:warning"
}

run "actual_and_forecast_costs_raise_notifications" {
  command = plan

  assert {
    condition     = { for notification in aws_budgets_budget.this.notification : notification.notification_type => notification.threshold } == { ACTUAL = 80, FORECASTED = 100 }
    error_message = "There must be a notification at 80 % of the limit and one for the forecast."
  }
  assert {
    condition     = aws_budgets_budget.this.limit_amount == "300.0" && aws_budgets_budget.this.limit_unit == "USD"
    error_message = "The limit must be monthly."
  }
}

run "a_limit_of_zero_is_refused" {
  command = plan

  variables {
    monthly_limit = 0
  }

  expect_failures = [var.monthly_limit]
}
