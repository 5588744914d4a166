variable "deletion_protection" {
  description = "Whether database, buckets and secrets are protected from being destroyed, and can be restored after deletion."
  type        = bool
}

variable "deletion_window_days" {
  description = "Days within which a deleted KMS key can be restored."
  type        = number
  default     = 30
}

variable "database_version" {
  description = "Major version of PostgreSQL: 15 or 17."
  type        = string
  default     = "17"
}

variable "database_apply_immediately" {
  description = "Whether changes of the database are made at once, instead of in its maintenance window. A new major version needs it."
  type        = bool
  default     = false
}

variable "database_logical_replication" {
  description = "Whether databases can be migrated to or from the database; after a change, reboot it: aws rds reboot-db-instance."
  type        = bool
  default     = false
}

variable "password_rotation_days" {
  description = "Days after which the master user's password is changed."
  type        = number
  default     = 30
}

variable "database_class" {
  description = "Instance class of the database."
  type        = string
}

variable "database_storage" {
  description = "Size of the database's volume in GiB, and the maximum for storage autoscaling."
  type = object({
    initial = number
    maximum = number
  })
}

variable "database_multi_az" {
  description = "Whether there is a standby in another zone for failover."
  type        = bool
}

variable "database_replica" {
  description = "Whether there is a read replica."
  type        = bool
}

variable "database_backup_days" {
  description = "Days that automated backups are kept, for restores to any point in time."
  type        = number
  default     = 7
}

variable "database_insights_days" {
  description = "Days that Performance Insights keeps its data; 7 are free."
  type        = number
  default     = 7
}

variable "cache_engine" {
  description = "Engine of the cache: valkey or redis, and its version."
  type = object({
    name    = string
    version = string
  })
  default = { name = "valkey", version = "8.0" }
}

variable "cache_node_type" {
  description = "Node type of the cache."
  type        = string
}

variable "cache_nodes" {
  description = "Number of cache nodes; with two or more there is automatic failover."
  type        = number
}

variable "dump_retention_days" {
  description = "Days that dumps of the databases are kept."
  type        = number
}

variable "volume_backup_days" {
  description = "Days that snapshots of the cluster's volumes are kept."
  type        = number
  default     = 7
}

variable "log_retention_days" {
  description = "Days that logs of database and cache are kept."
  type        = number
}
