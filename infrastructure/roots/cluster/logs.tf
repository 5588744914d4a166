# Log groups of the CloudWatch add-on. If they did not exist before it runs, it would create groups that never expire.

resource "aws_cloudwatch_log_group" "containers" {
  for_each = var.container_insights ? toset(["application", "dataplane", "host", "performance"]) : []

  name              = "/aws/containerinsights/${module.cluster.name}/${each.key}"
  retention_in_days = var.log_retention_days
}
