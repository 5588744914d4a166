variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "monthly_limit" {
  description = "Monthly costs of the account, in dollars, that raise a notification."
  type        = number

  validation {
    condition     = var.monthly_limit > 0
    error_message = "monthly_limit must be more than 0."
  }
}

variable "topic_arn" {
  description = "Topic that is notified."
  type        = string
}
