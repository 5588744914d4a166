variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the trail is kept in CloudWatch, where metric filters read it."
  type        = number
  default     = 90
}

variable "archive_retention_days" {
  description = "Days that the trail is kept in S3."
  type        = number
  default     = 365

  validation {
    condition     = var.archive_retention_days >= 90
    error_message = "archive_retention_days must be 90 or more: a break-in is often found months later."
  }
}

variable "lock" {
  description = "Days that nobody can delete or change a record in S3, and in which mode: GOVERNANCE (but for those with a special permission) or COMPLIANCE (not even the account's root user)."
  type = object({
    mode = string
    days = number
  })
  default = { mode = "GOVERNANCE", days = 90 }

  validation {
    condition     = var.lock.days <= var.archive_retention_days
    error_message = "lock.days must not be more than archive_retention_days."
  }
}

variable "guardduty" {
  description = "Whether GuardDuty is on, and which of its optional features."
  type = object({
    enabled  = bool
    features = optional(set(string), ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS"])
  })
  default = { enabled = true }

  validation {
    condition = length(setsubtract(var.guardduty.features, [
      "S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING",
    ])) == 0
    error_message = "guardduty.features must be GuardDuty features, such as EKS_AUDIT_LOGS."
  }
}

variable "access_analyzer" {
  description = "Whether Access Analyzer looks for resources shared with other accounts. One per account and region is enough."
  type        = bool
  default     = true
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
