variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "cluster_name" {
  description = "Cluster in which the controller runs."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the cluster, passed to the controller so that it need not query the metadata service."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must be the id of a VPC."
  }
}

variable "namespace" {
  description = "Kubernetes namespace of the controller."
  type        = string
  default     = "kube-system"
}

variable "service_account" {
  description = "Kubernetes service account of the controller."
  type        = string
  default     = "aws-load-balancer-controller"
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
