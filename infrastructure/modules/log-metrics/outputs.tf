output "namespace" {
  description = "Namespace of the metrics, for alarms."
  value       = var.namespace

  depends_on = [aws_cloudwatch_log_metric_filter.this]
}
