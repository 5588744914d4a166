variable "emails" {
  description = "Addresses that get what is critical and what is a warning."
  type = object({
    critical = set(string)
    warning  = set(string)
  })
}

variable "pagerduty_url" {
  description = "Address of PagerDuty's integration with CloudWatch. It holds a key: give it by TF_VAR_pagerduty_url, never in a file."
  type        = string
  default     = null
  sensitive   = true
}

variable "slack" {
  description = "Workspace and channel in Slack that get everything; null has none."
  type = object({
    team_id    = string
    channel_id = string
  })
  default = null
}

variable "monthly_limit" {
  description = "Dollars that the account may cost in a month before somebody is told."
  type        = number
}

variable "database_limits" {
  description = "When the database is out of something: connections in use (about nine tenths of what its class allows), free storage, free memory."
  type = object({
    connections      = number
    free_storage_gib = number
    free_memory_mib  = number
  })
}
