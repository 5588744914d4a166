variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "kms_key_arn" {
  description = "Key that encrypts the vault."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "volume_tag" {
  description = "Volumes with this tag are backed up. The EBS CSI driver gives the default tag to all volumes that it creates."
  type = object({
    key   = string
    value = string
  })
  default = { key = "ebs.csi.aws.com/cluster", value = "true" }
}

variable "schedule" {
  description = "When a backup starts: an EventBridge cron expression, in UTC."
  type        = string
  default     = "cron(0 3 * * ? *)"

  validation {
    condition     = can(regex("^cron\\(.+\\)$", var.schedule))
    error_message = "schedule must be an EventBridge cron expression such as cron(0 3 * * ? *)."
  }
}

variable "retention_days" {
  description = "Days that a backup is kept."
  type        = number
  default     = 7

  validation {
    condition     = var.retention_days >= 1
    error_message = "retention_days must be 1 or more."
  }
}

variable "copy_vault_arn" {
  description = "Vault in another region to which each backup is copied; null copies nothing."
  type        = string
  default     = null
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
