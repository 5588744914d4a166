# Load balancer, CloudFront, DNS and WAF.

locals {
  alb               = { namespace = "AWS/ApplicationELB", dimensions = { LoadBalancer = coalesce(local.edge.load_balancer, "none") } }
  has_load_balancer = local.edge.load_balancer != null
  # Metrics of CloudFront and Route 53 are in us-east-1, and an alarm reads only those of its own region.
  has_global_metrics = var.region == "us-east-1"

  load_balancer_alarms = { for name, alarm in {
    load-balancer-target-errors        = merge(local.alb, { description = "More than 5 % of the pods' responses are server errors.", severity = "critical", metric = "HTTPCode_Target_5XX_Count", divisor = "RequestCount", statistic = "Sum", above = 5 })
    load-balancer-errors               = merge(local.alb, { description = "The load balancer itself returns errors: no healthy pod responds.", severity = "critical", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum", above = 10 })
    load-balancer-slow                 = merge(local.alb, { description = "One request in a hundred waits longer than 5 seconds for its response to begin.", severity = "warning", metric = "TargetResponseTime", statistic = "p99", above = 5 })
    load-balancer-rejected-connections = merge(local.alb, { description = "The load balancer rejects connections.", severity = "warning", metric = "RejectedConnectionCount", statistic = "Sum", above = 0 })
  } : name => alarm if local.has_load_balancer }

  global_alarms = { for name, alarm in merge(
    {
      cloudfront-errors    = { description = "More than 5 % of CloudFront's responses are server errors.", severity = "critical", namespace = "AWS/CloudFront", metric = "5xxErrorRate", dimensions = { DistributionId = local.edge.distribution_id, Region = "Global" }, above = 5 }
      waf-blocked-requests = { description = "WAF blocks unusually many requests.", severity = "warning", namespace = "AWS/WAFV2", metric = "BlockedRequests", dimensions = { WebACL = local.edge.web_acl_names.global, Rule = "ALL" }, statistic = "Sum", above = 10000, periods = 1 }
    },
    { for target, id in local.edge.health_check_ids : "health-check-${target}" => {
      description        = "Route 53 reports ${target} as unhealthy."
      severity           = "critical"
      namespace          = "AWS/Route53"
      metric             = "HealthCheckStatus"
      dimensions         = { HealthCheckId = id }
      statistic          = "Minimum"
      below              = 1
      period             = 60
      treat_missing_data = "breaching"
    } },
  ) : name => alarm if local.has_global_metrics }
}
