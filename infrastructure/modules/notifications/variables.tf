variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "emails" {
  description = "Mail addresses for critical notifications and for warnings. Each must confirm its subscription once."
  type = object({
    critical = optional(set(string), [])
    warning  = optional(set(string), [])
  })
  default = {}

  validation {
    condition     = alltrue([for address in setunion(var.emails.critical, var.emails.warning) : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "emails must be mail addresses."
  }
}

variable "pagerduty_url" {
  description = "URL of PagerDuty's CloudWatch integration, for critical notifications; null for none. It contains a key: set it with TF_VAR_pagerduty_url, never in a file."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.pagerduty_url == null || can(regex("^https://events\\.(eu\\.)?pagerduty\\.com/integration/[A-Za-z0-9]+/enqueue$", var.pagerduty_url))
    error_message = "pagerduty_url must be https://events.pagerduty.com/integration/<key>/enqueue."
  }
}
