variable "name" {
  description = "First part of every name."
  type        = string
}

variable "emails" {
  description = "Addresses that get what is critical and what is a warning. Each must confirm once."
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
  description = "Address of PagerDuty's integration with CloudWatch, which gets what is critical. It holds a key: give it by TF_VAR_pagerduty_url, never in a file. Null has none."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.pagerduty_url == null || can(regex("^https://events\\.(eu\\.)?pagerduty\\.com/integration/[A-Za-z0-9]+/enqueue$", var.pagerduty_url))
    error_message = "pagerduty_url must be https://events.pagerduty.com/integration/<key>/enqueue."
  }
}
