variable "name" {
  description = "First part of every name."
  type        = string
}

variable "engine_version" {
  description = "Major version of PostgreSQL. RDS picks the minor version and keeps it current."
  type        = string
  default     = "17"

  validation {
    condition     = contains(["15", "17"], var.engine_version)
    error_message = "engine_version must be 15 or 17: the platform is tested with these."
  }
}

variable "instance_class" {
  description = "Size of the instance, and of the replica."
  type        = string
  default     = "db.t3.micro"

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "instance_class must be a class of RDS such as db.t3.micro."
  }
}

variable "storage" {
  description = "Size of the encrypted gp3 volume in GiB, and the size to which it may grow by itself."
  type = object({
    initial = optional(number, 20)
    maximum = optional(number, 100)
  })
  default = {}

  validation {
    # RDS refuses a maximum that is less than a tenth above the initial size.
    condition     = var.storage.initial >= 20 && var.storage.maximum >= var.storage.initial * 1.1
    error_message = "storage.initial must be 20 or more, storage.maximum at least a tenth above it."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more: RDS refuses fewer."
  }
}

variable "security_group_id" {
  description = "Security group that says who may connect."
  type        = string
}

variable "kms_key_arn" {
  description = "Key that encrypts volumes, backups, insights and the master's password."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "multi_az" {
  description = "Whether a standby in another zone takes over when the instance or its zone fails."
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
  description = "Days that automated backups are kept; within them any second can be restored."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 0 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 0 to 35."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the database."
  type        = bool
  default     = true
}

variable "final_snapshot" {
  description = "Whether deleting the database leaves a last snapshot."
  type        = bool
  default     = true
}

variable "insights_retention_days" {
  description = "Days that Performance Insights keeps its figures; 7 are free."
  type        = number
  default     = 7

  validation {
    condition     = contains([7, 731], var.insights_retention_days) || (var.insights_retention_days % 31 == 0 && var.insights_retention_days <= 713 && var.insights_retention_days > 0)
    error_message = "insights_retention_days must be 7, a multiple of 31, or 731."
  }
}

variable "monitoring_seconds" {
  description = "Seconds between figures of the operating system; 0 gives none."
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

variable "log_retention_days" {
  description = "Days that the exported logs are kept."
  type        = number
  default     = 30
}
