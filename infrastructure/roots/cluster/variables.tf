variable "cluster_name" {
  description = "Name of the cluster, unique in an account and region."
  type        = string
  default     = "eks-1"
}

variable "kubernetes_version" {
  description = "Kubernetes version of control plane and nodes."
  type        = string
  default     = "1.36"
}

variable "public_access_cidrs" {
  description = "CIDR ranges that may reach the Kubernetes API from outside the VPC; with none, the API is private."
  type        = list(string)
  default     = []
}

variable "administrators" {
  description = "IAM roles or users of this account that administer the cluster, such as role/platform-administrator. Whoever creates the cluster has no access by that."
  type        = set(string)

  validation {
    condition     = length(var.administrators) > 0 && alltrue([for principal in var.administrators : can(regex("^(role|user)/[A-Za-z0-9+=,.@_/-]+$", principal))])
    error_message = "administrators must name at least one role or user: role/<name> or user/<name>."
  }
}

variable "access_entries" {
  description = "Who may use the Kubernetes API besides the administrators, as in the module cluster-access."
  type = map(object({
    principal_arn = string
    policy        = string
    namespaces    = optional(list(string), [])
    groups        = optional(list(string), [])
  }))
  default = {}
}

variable "log_retention_days" {
  description = "Days that the control plane's logs are kept."
  type        = number
}

variable "pod_identity" {
  description = "Whether pods use Pod Identity; otherwise IRSA."
  type        = bool
  default     = true
}

variable "network_policies" {
  description = "Component that enforces network policies: vpc-cni (part of the add-on) or calico (to be installed in the cluster)."
  type        = string
  default     = "vpc-cni"

  validation {
    condition     = contains(["vpc-cni", "calico"], var.network_policies)
    error_message = "network_policies must be vpc-cni or calico."
  }
}

variable "network_policy_mode" {
  description = "strict: a pod without a network policy reaches nothing, and nothing reaches it; standard: everything. A new cluster needs standard until the add-ons have their policies."
  type        = string
  default     = "strict"

  validation {
    condition     = contains(["strict", "standard"], var.network_policy_mode)
    error_message = "network_policy_mode must be strict or standard."
  }
}

variable "addon_versions" {
  description = "Version of each EKS add-on, such as v1.20.4-eksbuild.1; one without follows AWS's recommendation at each apply."
  type        = map(string)
  default     = {}
}

variable "node_release" {
  description = "Release of the nodes' image, such as 1.36.1-20261105; null uses the latest, so that each apply brings their patches."
  type        = string
  default     = null
}

variable "container_insights" {
  description = "Whether Container Insights is on, which the alarms on pods and log metrics need."
  type        = bool
  default     = true
}

variable "application_nodes" {
  description = "Nodes for gateway, services and web app."
  type = object({
    instance_types = list(string)
    size           = object({ min = number, max = number, initial = number })
    capacity       = optional(string, "ON_DEMAND")
    image          = optional(string, "AL2023_x86_64_STANDARD")
    volume_gib     = optional(number, 50)
  })
}

variable "judge_nodes" {
  description = "Nodes for the judge, which runs learners' code."
  type = object({
    instance_types = list(string)
    size           = object({ min = number, max = number, initial = number })
    capacity       = optional(string, "ON_DEMAND")
    volume_gib     = optional(number, 50)
  })
}

variable "images" {
  description = "Images of the platform, each with a repository."
  type        = set(string)
  default     = ["gateway", "user-management", "exercises", "scores", "judge", "web", "operations"]
}

variable "kept_builds" {
  description = "Number of builds that each repository keeps; null keeps all, as where only promoted images arrive."
  type        = number
  default     = null
}
