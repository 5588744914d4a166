variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "subnet_id" {
  description = "Subnet of the instance: public for SSH from outside, private for Session Manager only."
  type        = string
}

variable "security_group_id" {
  description = "Security group of the bastion."
  type        = string
}

variable "public_keys" {
  description = "Public ed25519 keys that may open tunnels; with none there is no SSH, only Session Manager."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for key in var.public_keys : can(regex("^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5[A-Za-z0-9+/=]+( [^\n]*)?$", key))])
    error_message = "public_keys must be ed25519 keys without options: ssh-keygen -t ed25519 -a 100."
  }

  validation {
    condition     = length(var.public_keys) == 0 || length(var.destinations) > 0
    error_message = "public_keys need destinations: a tunnel must lead somewhere."
  }
}

variable "destinations" {
  description = "Where tunnels may lead, such as database.example:5432. Whoever opens one must use exactly this name."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for destination in var.destinations : can(regex("^[A-Za-z0-9.-]+:[0-9]{2,5}$", destination))])
    error_message = "destinations must be host:port, without wildcards."
  }
}

variable "listen" {
  description = "Ports on which tunnels may listen on the bastion, for the database to reach the one that is migrated; none otherwise."
  type        = list(number)
  default     = []

  validation {
    condition     = alltrue([for port in var.listen : port >= 1024 && port <= 65535])
    error_message = "listen must be ports between 1024 and 65535."
  }
}

variable "public_address" {
  description = "Whether the instance has a public IP address, which only SSH from outside needs."
  type        = bool
  default     = false

  validation {
    condition     = !var.public_address || length(var.public_keys) > 0
    error_message = "public_address needs public_keys: without SSH a public IP address has no use."
  }
}

variable "instance_type" {
  description = "Instance type."
  type        = string
  default     = "t3.small"
}

variable "database" {
  description = "Database to which operators connect with IAM instead of a password: its resource id and the database user."
  type = object({
    resource_id = string
    user        = string
  })
  default = null
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
