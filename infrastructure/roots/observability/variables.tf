variable "emails" {
  description = "Mail addresses for critical notifications and for warnings."
  type = object({
    critical = set(string)
    warning  = set(string)
  })
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
