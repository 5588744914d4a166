# The groups into which the add-on for CloudWatch writes what pods print. It would make them itself, to be kept for
# ever; these stand long before it runs.

resource "aws_cloudwatch_log_group" "containers" {
  for_each = var.container_insights ? toset(["application", "dataplane", "host", "performance"]) : []

  name              = "/aws/containerinsights/${module.cluster.name}/${each.key}"
  retention_in_days = var.log_retention_days
}
