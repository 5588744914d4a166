variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "engine_version" {
  description = "Major version of PostgreSQL. RDS chooses the minor version and upgrades it."
  type        = string
  default     = "17"

  validation {
    condition     = contains(["15", "17"], var.engine_version)
    error_message = "engine_version must be 15 or 17: the platform is tested with these."
  }
}

variable "master_password" {
  description = "First password of the master user; it is never stored."
  type        = string
  ephemeral   = true

  validation {
    condition     = length(var.master_password) >= 32
    error_message = "master_password must have 32 characters or more."
  }
}

variable "apply_immediately" {
  description = "Whether changes are made at once, instead of in the maintenance window. A new engine_version needs it, if there is a replica."
  type        = bool
  default     = false
}

variable "instance_class" {
  description = "Instance class of the database and its replica."
  type        = string
  default     = "db.t3.micro"

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "instance_class must be an RDS class such as db.t3.micro."
  }
}

variable "storage" {
  description = "Size of the encrypted gp3 volume in GiB, and the maximum for storage autoscaling."
  type = object({
    initial = optional(number, 20)
    maximum = optional(number, 100)
  })
  default = {}

  validation {
    # RDS rejects a maximum less than 10 % above the initial size.
    condition     = var.storage.initial >= 20 && var.storage.maximum >= var.storage.initial * 1.1
    error_message = "storage.initial must be 20 or more, storage.maximum at least 10 % above it."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more: RDS requires them."
  }
}

variable "security_group_id" {
  description = "Security group of the database."
  type        = string
}

variable "kms_key_arn" {
  description = "KMS key for volumes, backups, Performance Insights and the master user's password."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "multi_az" {
  description = "Whether there is a standby in another zone for failover."
  type        = bool
  default     = false
}

variable "replica" {
  description = "Whether there is a read replica."
  type        = bool
  default     = false

  validation {
    condition     = !var.replica || var.backup_retention_days > 0
    error_message = "A replica needs backups: backup_retention_days must be 1 or more."
  }
}

variable "backup_retention_days" {
  description = "Days that automated backups are kept, for restores to any point in time."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 0 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 0 to 35."
  }
}

variable "deletion_protection" {
  description = "Whether deletion protection is on."
  type        = bool
  default     = true
}

variable "final_snapshot" {
  description = "Whether a final snapshot is taken when the database is deleted."
  type        = bool
  default     = true
}

variable "insights_retention_days" {
  description = "Days that Performance Insights keeps its data; 7 are free."
  type        = number
  default     = 7

  validation {
    condition     = contains([7, 731], var.insights_retention_days) || (var.insights_retention_days % 31 == 0 && var.insights_retention_days <= 713 && var.insights_retention_days > 0)
    error_message = "insights_retention_days must be 7, a multiple of 31, or 731."
  }
}

variable "monitoring_seconds" {
  description = "Seconds between Enhanced Monitoring metrics; 0 turns it off."
  type        = number
  default     = 60

  validation {
    condition     = contains([0, 1, 5, 10, 15, 30, 60], var.monitoring_seconds)
    error_message = "monitoring_seconds must be 0, 1, 5, 10, 15, 30 or 60."
  }
}

variable "slow_statement_ms" {
  description = "Statements that take this many milliseconds or more are logged."
  type        = number
  default     = 1000
}

variable "logical_replication" {
  description = "Whether the database can publish and subscribe, as a migration needs. A change takes effect at the next reboot."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "Days that the exported logs are kept."
  type        = number
  default     = 30
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
