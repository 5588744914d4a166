# Composite alarms: faults that several metrics show at once cause one message each.

locals {
  alarms = merge(
    local.platform_alarms, local.trail_alarms, local.cluster_alarms, local.database_alarms, local.cache_alarms,
    local.load_balancer_alarms, local.global_alarms, module.event_alerts.alarms,
  )

  composites = {
    platform-unavailable = {
      description = "The platform is unavailable or returns errors. See the dashboard, then the gateway's logs."
      severity    = "critical"
      any_of = [for name in keys(local.alarms) : name if contains(
        ["platform-errors", "load-balancer-target-errors", "load-balancer-errors", "cloudfront-errors", "health-check-platform"], name
      )]
    }
    database-overloaded = {
      description = "The database is short of storage, connections or memory. See Performance Insights."
      severity    = "critical"
      any_of      = [for name in keys(local.database_alarms) : name if contains(["database-low-storage", "database-connections", "database-low-memory"], name)]
    }
    cache-unhealthy = {
      description = "The cache is overloaded or unused. The platform works but is slower."
      severity    = "warning"
      any_of      = keys(local.cache_alarms)
    }
  }
}

module "alarms" {
  source = "../../modules/alarms"

  name       = local.name
  topic_arns = module.notifications.topic_arns
  alarms     = local.alarms
  composites = { for name, composite in local.composites : name => composite if length(composite.any_of) > 0 }
}
