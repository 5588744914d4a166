mock_provider "aws" {}

variables {
  log_group_name = "/touchstone-test/application"
  namespace      = "Touchstone/test"
  metrics = {
    Errors       = { pattern = "{ $.level = \"ERROR\" }" }
    Milliseconds = { pattern = "{ $.ms >= 0 }", value = "$.ms", unit = "Milliseconds" }
  }
}

run "lines_are_counted_and_fields_are_read" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_metric_filter.this["Errors"].metric_transformation[0].value == "1" && aws_cloudwatch_log_metric_filter.this["Errors"].metric_transformation[0].default_value == "0"
    error_message = "A count without lines must be zero, so that the alarm ends."
  }
  assert {
    condition     = aws_cloudwatch_log_metric_filter.this["Milliseconds"].metric_transformation[0].value == "$.ms" && aws_cloudwatch_log_metric_filter.this["Milliseconds"].metric_transformation[0].default_value == null
    error_message = "A field without lines must have no value."
  }
}

run "reserved_namespaces_and_invalid_values_are_refused" {
  command = plan

  variables {
    namespace = "AWS/EC2"
    metrics   = { Errors = { pattern = "ERROR", value = "many" } }
  }

  expect_failures = [var.namespace, var.metrics]
}
