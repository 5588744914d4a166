variable "emails" {
  description = "Mail addresses for critical notifications and for warnings."
  type = object({
    critical = set(string)
    warning  = set(string)
  })
}

variable "pagerduty_url" {
  description = "URL of PagerDuty's CloudWatch integration. It contains a key: set it with TF_VAR_pagerduty_url, never in a file."
  type        = string
  default     = null
  sensitive   = true
}

variable "slack" {
  description = "Slack workspace and channel for all notifications; null for none."
  type = object({
    team_id    = string
    channel_id = string
  })
  default = null
}

variable "monthly_limit" {
  description = "Monthly costs of the account, in dollars, that raise a notification."
  type        = number
}

variable "database_limits" {
  description = "Thresholds of the database alarms: connections in use (about nine tenths of what its class allows), free storage, free memory."
  type = object({
    connections      = number
    free_storage_gib = number
    free_memory_mib  = number
  })
}
