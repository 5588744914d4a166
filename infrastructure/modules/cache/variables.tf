variable "name" {
  description = "Prefix of every name."
  type        = string

  validation {
    # ElastiCache allows 40 characters; the user group's name is this one with "-cache-users".
    condition     = length(var.name) <= 28
    error_message = "name must have at most 28 characters: ElastiCache's names are short."
  }
}

variable "engine" {
  description = "Valkey, which costs a fifth less, or Redis."
  type = object({
    name    = string
    version = string
  })
  default = { name = "valkey", version = "8.0" }

  validation {
    condition     = contains(["valkey", "redis"], var.engine.name)
    error_message = "engine.name must be valkey or redis."
  }
}

variable "node_type" {
  description = "Size of a node."
  type        = string
  default     = "cache.t4g.micro"

  validation {
    condition     = startswith(var.node_type, "cache.")
    error_message = "node_type must be an ElastiCache type such as cache.t4g.micro."
  }
}

variable "nodes" {
  description = "Number of nodes, each in a different zone if there are enough. With two or more there is automatic failover."
  type        = number
  default     = 1

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6
    error_message = "nodes must be 1 to 6."
  }
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
}

variable "security_group_id" {
  description = "Security group of the cache."
  type        = string
}

variable "kms_key_arn" {
  description = "KMS key for encryption at rest."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "snapshot_days" {
  description = "Days that a daily snapshot is kept; 0 takes none, since a cache can be filled again."
  type        = number
  default     = 0
}

variable "log_retention_days" {
  description = "Days that slow commands and the engine's log are kept."
  type        = number
  default     = 30
}
