locals {
  handover = {
    topic_arns     = module.notifications.topic_arns
    namespace      = local.namespace
    dashboard_name = aws_cloudwatch_dashboard.this.dashboard_name
    alarm_names    = [for name in keys(module.alarms.arns) : "${local.name}-${name}"]
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/observability"
  description    = "Values of the root observability for charts and workflows."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
