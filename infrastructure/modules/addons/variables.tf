variable "cluster_name" {
  description = "Cluster in which the add-ons are installed."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes version of the cluster; the add-ons' versions are chosen for it."
  type        = string
}

variable "addons" {
  description = "EKS add-ons by name: version, configuration (JSON) and the role that their pods assume through IRSA (none for Pod Identity). Without a version, the one that EKS recommends is used."
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
    error_message = "The version of an add-on must be an EKS build, such as v1.20.4-eksbuild.1."
  }
}
