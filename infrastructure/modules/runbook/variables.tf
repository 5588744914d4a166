variable "name" {
  description = "Name of the runbook and its role."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{3,55}$", var.name))
    error_message = "name must be 3 to 55 letters, digits and ._-: the role of the schedule has a longer one."
  }
}

variable "description" {
  description = "What the runbook does."
  type        = string
}

variable "script" {
  description = "Python script with a function run(events, context)."
  type        = string

  validation {
    condition     = strcontains(var.script, "def run(events, context):")
    error_message = "script must define run(events, context)."
  }
}

variable "input" {
  description = "The events that the script receives: texts by name."
  type        = map(string)
  default     = {}
}

variable "policy" {
  description = "IAM policy (JSON) of the script's role."
  type        = string
}

variable "schedule" {
  description = "When it starts by itself, as rate(…) or cron(…) in UTC; null only on demand."
  type        = string
  default     = null

  validation {
    condition     = var.schedule == null || can(regex("^(rate|cron)\\(.+\\)$", var.schedule))
    error_message = "schedule must be rate(…) or cron(…)."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the roles; null for none."
  type        = string
  default     = null
}
