# Load balancer, CloudFront, DNS and WAF: what users notice first.

locals {
  alb      = { namespace = "AWS/ApplicationELB", dimensions = { LoadBalancer = coalesce(local.edge.load_balancer, "none") } }
  balanced = local.edge.load_balancer != null
  # Figures of CloudFront and Route 53 are in us-east-1, and an alarm reads those of its own region only.
  sees_global = var.region == "us-east-1"

  load_balancer_alarms = { for name, alarm in {
    errors-behind-load-balancer = merge(local.alb, { description = "More than 5 % of the answers of pods are errors.", severity = "critical", metric = "HTTPCode_Target_5XX_Count", divisor = "RequestCount", statistic = "Sum", above = 5 })
    errors-of-load-balancer     = merge(local.alb, { description = "The load balancer finds no pod that answers.", severity = "critical", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum", above = 10 })
    slow-load-balancer          = merge(local.alb, { description = "One request in a hundred takes longer than 5 seconds.", severity = "warning", metric = "TargetResponseTime", statistic = "p99", above = 5 })
    refused-connections         = merge(local.alb, { description = "The load balancer refuses connections.", severity = "warning", metric = "RejectedConnectionCount", statistic = "Sum", above = 0 })
  } : name => alarm if local.balanced }

  global_alarms = { for name, alarm in merge(
    {
      errors-of-cloudfront = { description = "More than 5 % of CloudFront's answers are errors.", severity = "critical", namespace = "AWS/CloudFront", metric = "5xxErrorRate", dimensions = { DistributionId = local.edge.distribution_id, Region = "Global" }, above = 5 }
      refused-by-waf       = { description = "WAF refuses very many requests.", severity = "warning", namespace = "AWS/WAFV2", metric = "BlockedRequests", dimensions = { WebACL = local.edge.web_acl_names.global, Rule = "ALL" }, statistic = "Sum", above = 10000, periods = 1 }
    },
    { for checked, id in local.edge.health_check_ids : "health-of-${checked}" => {
      description = "Route 53 finds ${checked} not well."
      severity    = "critical"
      namespace   = "AWS/Route53"
      metric      = "HealthCheckStatus"
      dimensions  = { HealthCheckId = id }
      statistic   = "Minimum"
      below       = 1
      period      = 60
      missing     = "breaching"
    } },
  ) : name => alarm if local.sees_global }
}
