variable "log_group_name" {
  description = "Log group whose lines are counted."
  type        = string
}

variable "namespace" {
  description = "Namespace of the figures in CloudWatch."
  type        = string

  validation {
    condition     = !startswith(var.namespace, "AWS/")
    error_message = "namespace must not begin with AWS/: that is for AWS's own figures."
  }
}

variable "metrics" {
  description = "Figures by name: which lines, and what each counts: 1, or a field of the line."
  type = map(object({
    pattern = string
    value   = optional(string, "1")
    unit    = optional(string, "Count")
  }))

  validation {
    condition     = alltrue([for metric in var.metrics : metric.value == "1" || startswith(metric.value, "$.")])
    error_message = "value of metrics is 1 or a field such as $.ms."
  }
}
