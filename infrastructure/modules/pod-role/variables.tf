variable "name" {
  description = "Name of the role."
  type        = string

  validation {
    condition     = length(var.name) <= 64
    error_message = "name must have 64 characters at most: IAM takes no more."
  }
}

variable "cluster_name" {
  description = "EKS cluster whose pods take the role."
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
  description = "What the role may do: name to IAM policy document (JSON)."
  type        = map(string)
  default     = {}
}

variable "managed_policy_arns" {
  description = "Policies that AWS keeps up to date, for controllers of AWS: name to ARN."
  type        = map(string)
  default     = {}
}

variable "irsa" {
  description = "The cluster's OIDC provider, to take the role through IRSA; null takes it through Pod Identity."
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
