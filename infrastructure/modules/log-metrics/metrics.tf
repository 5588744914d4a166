resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each = var.metrics

  name           = each.key
  log_group_name = var.log_group_name
  pattern        = each.value.pattern

  metric_transformation {
    namespace = var.namespace
    name      = each.key
    value     = each.value.value
    unit      = each.value.unit
    # A count without lines is zero; a field without lines has no value.
    default_value = each.value.value == "1" ? "0" : null
  }
}
