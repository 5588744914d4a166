# Metrics of the platform itself, made from the lines that its pods log. platform_metrics.yaml lists them.

locals {
  # Container Insights sends the pods' logs to CloudWatch. Without it there are none to count.
  has_logs         = local.cluster.application_log_group_name != null
  platform_metrics = yamldecode(file("${path.module}/platform_metrics.yaml"))

  platform_alarms = { for name, metric in local.platform_metrics : metric.alarm.name => merge(
    { namespace = local.namespace, metric = name, statistic = try(metric.statistic, "Sum") }, metric.alarm
  ) if local.has_logs && can(metric.alarm) }

  # Metrics with the same title share a graph of the dashboard.
  platform_graphs = [for title in sort(distinct([for metric in local.platform_metrics : metric.graph])) : {
    title   = title
    stat    = one(distinct([for metric in local.platform_metrics : try(metric.statistic, "Sum") if metric.graph == title]))
    metrics = [for name, metric in local.platform_metrics : [local.namespace, name] if metric.graph == title]
  } if local.has_logs]
}

module "platform_metrics" {
  source = "../../modules/log-metrics"
  count  = local.has_logs ? 1 : 0

  log_group_name = local.cluster.application_log_group_name
  namespace      = local.namespace
  metrics = { for name, metric in local.platform_metrics : name => {
    pattern = metric.pattern
    value   = try(metric.field, "1")
    unit    = try(metric.unit, "Count")
  } }
}
