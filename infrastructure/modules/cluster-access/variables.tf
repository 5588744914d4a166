variable "cluster_name" {
  description = "Cluster whose API the entries open."
  type        = string
}

variable "entries" {
  description = "Who may use the Kubernetes API, by name: IAM principal, policy (cluster-admin, admin, edit, view), namespaces (none means all), and groups for rules of the cluster's own."
  type = map(object({
    principal_arn = string
    policy        = string
    namespaces    = optional(list(string), [])
    groups        = optional(list(string), [])
  }))

  validation {
    condition     = alltrue([for entry in var.entries : contains(["cluster-admin", "admin", "edit", "view"], entry.policy)])
    error_message = "The policy of entries must be cluster-admin, admin, edit or view."
  }

  validation {
    condition     = alltrue([for entry in var.entries : entry.policy != "cluster-admin" || length(entry.namespaces) == 0])
    error_message = "cluster-admin is for the whole cluster; use admin for namespaces."
  }

  validation {
    condition     = alltrue(flatten([for entry in var.entries : [for group in entry.groups : !startswith(group, "system:")]]))
    error_message = "The groups of entries must not begin with system:, which EKS rejects."
  }
}
