variable "name" {
  description = "First part of every name."
  type        = string
}

variable "monthly_limit" {
  description = "Dollars that the account may cost in a month before somebody is told."
  type        = number

  validation {
    condition     = var.monthly_limit > 0
    error_message = "monthly_limit must be more than 0."
  }
}

variable "topic_arn" {
  description = "Topic that is told."
  type        = string
}
