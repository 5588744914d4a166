variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "emails" {
  description = "Mail addresses for critical notifications and for warnings. Each must confirm two subscriptions once: alarms and events."
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
