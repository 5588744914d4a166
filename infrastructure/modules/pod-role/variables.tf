variable "name" {
  description = "Name of the role."
  type        = string

  validation {
    condition     = length(var.name) <= 64
    error_message = "name must have at most 64 characters, the limit of IAM."
  }
}

variable "cluster_name" {
  description = "EKS cluster whose pods assume the role."
  type        = string
}

variable "namespace" {
  description = "Kubernetes namespace of the pods."
  type        = string
}

variable "service_account" {
  description = "Kubernetes service account of the pods."
  type        = string
}

variable "policies" {
  description = "Permissions of the role: IAM policy documents (JSON) by name."
  type        = map(string)
  default     = {}
}

variable "managed_policy_arns" {
  description = "AWS managed policies, for controllers of AWS: ARNs by name."
  type        = map(string)
  default     = {}
}

variable "irsa" {
  description = "The cluster's OIDC provider, for IRSA; null uses Pod Identity."
  type = object({
    provider_arn = string
    issuer       = string
  })
  default = null

  validation {
    condition     = var.irsa == null || try(!startswith(var.irsa.issuer, "https://"), false)
    error_message = "irsa.issuer must be without https://."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
