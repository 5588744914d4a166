variable "bastion_public_key" {
  description = "Public ed25519 keys that may open tunnels through the bastion, one on each line; null allows no SSH, only Session Manager."
  type        = string
  default     = null
}

variable "migration_ports" {
  description = "Ports of the bastion through which the database reaches the databases that are migrated to it. The same as in the root network; empty when none are. A change replaces the bastion."
  type        = list(number)
  default     = []
}

variable "repository" {
  description = "GitHub repository whose workflows plan, apply and push: owner/name, or owner@id/name@id if it was created or renamed since July 2026."
  type        = string
}

variable "create_github_provider" {
  description = "Whether to create the IAM OIDC provider for GitHub. An account has one: set it to false if another environment created it."
  type        = bool
  default     = true
}

variable "static_user" {
  description = "Name of a user with a long-lived key, for a CI that can't use OIDC; null creates none."
  type        = string
  default     = null
}

variable "replica_region" {
  description = "Second region in which workflows may create resources: that of the replicated backups."
  type        = string
  default     = "us-west-2"
}

variable "namespace" {
  description = "Kubernetes namespace of the platform; null uses the environment's name."
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

variable "trail_lock" {
  description = "Days that nobody can delete or change the audit trail in S3, and the mode: GOVERNANCE or COMPLIANCE."
  type = object({
    mode = string
    days = number
  })
}

variable "guardduty" {
  description = "Whether GuardDuty is on. One environment per account is enough."
  type        = bool
}

variable "access_analyzer" {
  description = "Whether Access Analyzer looks for resources shared with other accounts. One environment per account is enough."
  type        = bool
  default     = true
}
