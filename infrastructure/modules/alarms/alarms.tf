locals {
  # Alarms that belong to a composite alarm send no notifications of their own.
  members = toset(flatten([for composite in var.composites : tolist(composite.any_of)]))

  # CloudWatch has a separate attribute for percentiles (p99).
  percentile = { for name, alarm in var.alarms : name => can(regex("^(p|tm)[0-9.]+$", alarm.statistic)) }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = var.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.description} First step: docs/alarms.md"
  comparison_operator = each.value.above != null ? "GreaterThanThreshold" : "LessThanThreshold"
  threshold           = each.value.above != null ? each.value.above : each.value.below
  evaluation_periods  = each.value.periods
  datapoints_to_alarm = coalesce(each.value.datapoints_to_alarm, each.value.periods)
  treat_missing_data  = each.value.treat_missing_data

  alarm_actions = contains(local.members, each.key) ? [] : [var.topic_arns[each.value.severity]]
  ok_actions    = contains(local.members, each.key) ? [] : [var.topic_arns[each.value.severity]]

  namespace          = each.value.divisor == null ? each.value.namespace : null
  metric_name        = each.value.divisor == null ? each.value.metric : null
  dimensions         = each.value.divisor == null ? each.value.dimensions : null
  period             = each.value.divisor == null ? each.value.period : null
  statistic          = each.value.divisor == null && !local.percentile[each.key] ? each.value.statistic : null
  extended_statistic = each.value.divisor == null && local.percentile[each.key] ? each.value.statistic : null

  dynamic "metric_query" {
    for_each = each.value.divisor == null ? {} : { part = each.value.metric, whole = each.value.divisor }
    content {
      id = metric_query.key

      metric {
        namespace   = each.value.namespace
        metric_name = metric_query.value
        dimensions  = each.value.dimensions
        period      = each.value.period
        stat        = each.value.statistic
      }
    }
  }

  dynamic "metric_query" {
    for_each = each.value.divisor == null ? [] : ["share"]
    content {
      id          = metric_query.value
      label       = "${each.value.metric} in percent of ${each.value.divisor}"
      expression  = "IF(whole > 0, 100 * FILL(part, 0) / whole, 0)"
      return_data = true
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "this" {
  for_each = var.composites

  alarm_name        = "${var.name}-${each.key}"
  alarm_description = "${each.value.description} First step: docs/alarms.md"
  alarm_rule        = join(" OR ", [for member in sort(each.value.any_of) : "ALARM(\"${aws_cloudwatch_metric_alarm.this[member].alarm_name}\")"])
  alarm_actions     = [var.topic_arns[each.value.severity]]
  ok_actions        = [var.topic_arns[each.value.severity]]
}
