variable "name" {
  description = "Name of the node group, its role and its launch template."
  type        = string

  validation {
    condition     = length(var.name) <= 58
    error_message = "name must have at most 58 characters: the role's name is longer."
  }
}

variable "cluster_name" {
  description = "Cluster that the nodes join."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes version of the nodes: the cluster's, or up to two minor versions older during an upgrade."
  type        = string
}

variable "release_version" {
  description = "Release of the image, such as 1.36.1-20261105; null uses the latest of the Kubernetes version."
  type        = string
  default     = null
}

variable "subnet_ids" {
  description = "Private subnets of the nodes, one in each zone."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the nodes; they must allow what control plane and nodes need of each other."
  type        = list(string)

  validation {
    condition     = length(var.security_group_ids) >= 1
    error_message = "security_group_ids must contain a group: without one the nodes would have the default of the VPC, which allows nothing."
  }
}

variable "image" {
  description = "Image family. All use cgroup v2. Bottlerocket turns off user namespaces, which the judge needs."
  type        = string
  default     = "AL2023_x86_64_STANDARD"

  validation {
    condition     = contains(["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64"], var.image)
    error_message = "image must be an AL2023 or Bottlerocket image family of EKS; older ones use cgroup v1."
  }
}

variable "instance_types" {
  description = "Instance types, preferred first; with several, Spot can choose."
  type        = list(string)

  validation {
    condition     = length(var.instance_types) >= 1
    error_message = "instance_types must name one type or more."
  }
}

variable "capacity" {
  description = "ON_DEMAND, or SPOT for nodes that AWS may take away with two minutes' notice."
  type        = string
  default     = "ON_DEMAND"

  validation {
    condition     = contains(["ON_DEMAND", "SPOT"], var.capacity)
    error_message = "capacity must be ON_DEMAND or SPOT."
  }
}

variable "size" {
  description = "Minimum, maximum and initial number of nodes."
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
    error_message = "volume_gib must be 20 or more, for the image and pulled layers."
  }
}

variable "metadata_hop_limit" {
  description = "Hop limit of the instance metadata service: 1 reaches the node, 2 also its pods."
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
  description = "Taints that keep other pods away: value and effect by key."
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
  description = "Whether pods that request whole CPUs get exclusive ones, so that run times are stable; needs an AL2023 image."
  type        = bool
  default     = false

  validation {
    condition     = !var.exclusive_cpus || startswith(var.image, "AL2023")
    error_message = "exclusive_cpus is set through nodeadm, which only AL2023 images have."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
