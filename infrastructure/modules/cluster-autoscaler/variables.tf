variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "cluster_name" {
  description = "Cluster whose node groups are scaled."
  type        = string
}

variable "namespace" {
  description = "Kubernetes namespace of the autoscaler."
  type        = string
  default     = "kube-system"
}

variable "service_account" {
  description = "Kubernetes service account of the autoscaler."
  type        = string
  default     = "cluster-autoscaler"
}

variable "irsa" {
  description = "The cluster's OIDC provider, for IRSA; null uses Pod Identity."
  type = object({
    provider_arn = string
    issuer       = string
  })
  default = null
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
