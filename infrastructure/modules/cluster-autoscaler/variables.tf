variable "name" {
  description = "First part of every name."
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
  description = "The cluster's OIDC provider, to take the role through IRSA; null takes it through Pod Identity."
  type = object({
    provider_arn = string
    issuer       = string
  })
  default = null
}
