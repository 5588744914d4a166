variable "log_group_name" {
  description = "Log group that the filters read."
  type        = string
}

variable "namespace" {
  description = "Namespace of the metrics in CloudWatch."
  type        = string

  validation {
    condition     = !startswith(var.namespace, "AWS/")
    error_message = "namespace must not begin with AWS/, which is reserved."
  }
}

variable "metrics" {
  description = "Metrics by name: the filter pattern, and the value of each matching line: 1, or a field of the line."
  type = map(object({
    pattern = string
    value   = optional(string, "1")
    unit    = optional(string, "Count")
  }))

  validation {
    condition     = alltrue([for metric in var.metrics : metric.value == "1" || startswith(metric.value, "$.")])
    error_message = "value of metrics must be 1 or a field such as $.duration_ms."
  }
}
