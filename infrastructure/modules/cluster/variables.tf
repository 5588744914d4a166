variable "cluster_name" {
  description = "Name of the cluster; unique in an account's region."
  type        = string
  default     = "eks-1"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]{0,99}$", var.cluster_name))
    error_message = "cluster_name must be letters, digits and hyphens, 100 at most."
  }
}

variable "name" {
  description = "Prefix of every other name."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes version. EKS creates no cluster with a version that it no longer supports, such as 1.28."
  type        = string
  default     = "1.36"

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version such as 1.36."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in two zones or more, for the control plane's network interfaces."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more."
  }
}

variable "security_group_ids" {
  description = "Further security groups of the control plane, such as the one that allows the bastion."
  type        = list(string)
  default     = []
}

variable "public_access_cidrs" {
  description = "CIDR ranges that may reach the Kubernetes API from outside the VPC; with none, the API is private."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.public_access_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "public_access_cidrs must be IPv4 ranges of /16 or smaller: the API must never be open to the world."
  }
}

variable "log_types" {
  description = "Control plane log types to keep."
  type        = set(string)
  default     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  validation {
    condition     = contains(var.log_types, "audit") && contains(var.log_types, "authenticator")
    error_message = "log_types must contain audit and authenticator: they show who did what."
  }
}

variable "log_retention_days" {
  description = "Days that the control plane's logs are kept."
  type        = number
  default     = 90
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the roles; null for none."
  type        = string
  default     = null
}
