variable "name" {
  description = "Name of the group; also of its role and launch template."
  type        = string

  validation {
    condition     = length(var.name) <= 58
    error_message = "name must have 58 characters at most: the role's name adds to it."
  }
}

variable "cluster_name" {
  description = "Cluster that the nodes join."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes version of the nodes; the cluster's, or one or two behind while it is upgraded."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets over which the nodes are spread, one in each zone."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Groups of the nodes: the cluster's own and that of their kind."
  type        = list(string)

  validation {
    condition     = length(var.security_group_ids) >= 1
    error_message = "security_group_ids must name the cluster's group at least: nodes without it never join."
  }
}

variable "image" {
  description = "Image family. Both run cgroup v2; Bottlerocket turns user namespaces off, which the judge needs."
  type        = string
  default     = "AL2023_x86_64_STANDARD"

  validation {
    condition     = contains(["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64"], var.image)
    error_message = "image must be an AL2023 or Bottlerocket family of EKS; older ones run cgroup v1."
  }
}

variable "instance_types" {
  description = "Instance types, best first; several let Spot choose."
  type        = list(string)

  validation {
    condition     = length(var.instance_types) >= 1
    error_message = "instance_types must name one type or more."
  }
}

variable "capacity" {
  description = "ON_DEMAND, or SPOT for nodes that may vanish with two minutes' notice."
  type        = string
  default     = "ON_DEMAND"

  validation {
    condition     = contains(["ON_DEMAND", "SPOT"], var.capacity)
    error_message = "capacity must be ON_DEMAND or SPOT."
  }
}

variable "size" {
  description = "Fewest and most nodes, and how many there are at first."
  type = object({
    min     = number
    max     = number
    initial = number
  })

  validation {
    condition     = 0 <= var.size.min && var.size.min <= var.size.initial && var.size.initial <= var.size.max && var.size.max >= 1
    error_message = "size must be 0 <= min <= initial <= max, with max 1 or more."
  }
}

variable "volume_gib" {
  description = "Size of each node's disk in GiB."
  type        = number
  default     = 50

  validation {
    condition     = var.volume_gib >= 20
    error_message = "volume_gib must be 20 or more: the image and pulled layers take that much."
  }
}

variable "metadata_hop_limit" {
  description = "How far an answer of the instance metadata service travels: 1 reaches the node, 2 its pods too."
  type        = number
  default     = 2

  validation {
    condition     = contains([1, 2], var.metadata_hop_limit)
    error_message = "metadata_hop_limit must be 1 or 2."
  }
}

variable "labels" {
  description = "Kubernetes labels of the nodes."
  type        = map(string)
  default     = {}
}

variable "taints" {
  description = "Taints that keep other pods away: key to value and effect."
  type = map(object({
    value  = string
    effect = optional(string, "NO_SCHEDULE")
  }))
  default = {}

  validation {
    condition     = alltrue([for taint in var.taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], taint.effect)])
    error_message = "The effect of a taint must be NO_SCHEDULE, NO_EXECUTE or PREFER_NO_SCHEDULE."
  }
}

variable "exclusive_cpus" {
  description = "Whether pods that ask for whole CPUs get them alone, so that times are steady; needs an AL2023 image."
  type        = bool
  default     = false

  validation {
    condition     = !var.exclusive_cpus || startswith(var.image, "AL2023")
    error_message = "exclusive_cpus is set through nodeadm, which only AL2023 images have."
  }
}
