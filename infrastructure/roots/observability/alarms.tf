# Three troubles that many figures show at once are each one message.

locals {
  alarms = merge(
    local.platform_alarms, local.trail_alarms, local.cluster_alarms, local.database_alarms, local.cache_alarms,
    local.load_balancer_alarms, local.global_alarms,
  )

  composites = {
    platform-unavailable = {
      description = "Users can't use the platform. Look at the dashboard, then at the gateway's logs."
      severity    = "critical"
      any_of = [for name in keys(local.alarms) : name if contains(
        ["platform-errors", "errors-behind-load-balancer", "errors-of-load-balancer", "errors-of-cloudfront", "health-of-platform"], name
      )]
    }
    database-in-trouble = {
      description = "The database is out of something. Look at Performance Insights."
      severity    = "critical"
      any_of      = [for name in keys(local.database_alarms) : name if contains(["database-disk-full", "database-connections", "database-out-of-ram"], name)]
    }
    cache-in-trouble = {
      description = "The cache helps no longer; the platform is slower and goes on."
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
