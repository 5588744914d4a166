variable "cluster_name" {
  description = "Cluster that gets the add-ons."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes version of the cluster, for which versions are chosen."
  type        = string
}

variable "addons" {
  description = "Add-on of EKS to its version, its configuration (JSON) and the role that its pods take through IRSA; Pod Identity needs none here. Without a version, the one that EKS recommends is taken."
  type = map(object({
    version       = optional(string)
    configuration = optional(string)
    irsa_role_arn = optional(string)
  }))

  validation {
    condition     = alltrue([for addon in var.addons : addon.configuration == null || can(jsondecode(addon.configuration))])
    error_message = "The configuration of an add-on must be JSON."
  }

  validation {
    condition     = alltrue([for addon in var.addons : addon.version == null || can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", addon.version))])
    error_message = "The version of an add-on must be one of EKS, such as v1.20.4-eksbuild.1."
  }
}
