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

variable "public_key" {
  description = "Public key of an ed25519 key pair; null allows no SSH, only Session Manager."
  type        = string
  default     = null

  validation {
    condition     = var.public_key == null || can(regex("^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5[A-Za-z0-9+/=]+( .*)?$", var.public_key))
    error_message = "public_key must be an ed25519 key: ssh-keygen -t ed25519 -a 100."
  }
}

variable "public_address" {
  description = "Whether the instance has a public IP address, which only SSH from outside needs."
  type        = bool
  default     = false

  validation {
    condition     = !var.public_address || var.public_key != null
    error_message = "public_address needs public_key: without SSH a public IP address has no use."
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
