variable "bastion_public_key" {
  description = "Public half of the ed25519 key of operators; null gives no SSH, only Session Manager."
  type        = string
  default     = null
}

variable "repository" {
  description = "Repository on GitHub whose workflows plan, apply and push: owner/name, or owner@id/name@id where it was made or renamed since July 2026."
  type        = string
}

variable "create_github_provider" {
  description = "Whether IAM's provider for GitHub is made here. An account holds one: false where another environment made it."
  type        = bool
  default     = true
}

variable "static_user" {
  description = "Name of a user with a long-lived key, for a CI that can't use OIDC; null makes none."
  type        = string
  default     = null
}

variable "replica_region" {
  description = "Second region in which workflows make something: that of the copies of backups."
  type        = string
  default     = "us-west-2"
}

variable "namespace" {
  description = "Kubernetes namespace of the platform; null takes the environment's name."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days that the audit trail is kept in CloudWatch."
  type        = number
}

variable "archive_retention_days" {
  description = "Days that the audit trail is kept in S3."
  type        = number
}

variable "guardduty" {
  description = "Whether GuardDuty watches the account. One environment per account is enough."
  type        = bool
}

variable "access_analyzer" {
  description = "Whether Access Analyzer looks for what is shared with others. One environment per account is enough."
  type        = bool
  default     = true
}
