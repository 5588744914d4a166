variable "name" {
  description = "First part of every name."
  type        = string

  validation {
    # ElastiCache takes 40 characters for a user, and "-cache-users" is added to the group's name.
    condition     = length(var.name) <= 28
    error_message = "name must be 28 characters or fewer: names of ElastiCache are short."
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
    error_message = "node_type must be a type of ElastiCache such as cache.t4g.micro."
  }
}

variable "nodes" {
  description = "How many nodes, each in another zone where there are enough. With two or more, one takes over for another."
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
  description = "Security group that says who may connect."
  type        = string
}

variable "kms_key_arn" {
  description = "Key that encrypts what is on disk."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "snapshot_days" {
  description = "Days that a daily snapshot is kept; 0 makes none, since a cache can be filled again."
  type        = number
  default     = 0
}

variable "log_retention_days" {
  description = "Days that slow commands and the engine's log are kept."
  type        = number
  default     = 30
}
