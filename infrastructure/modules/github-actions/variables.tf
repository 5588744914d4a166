variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "environment" {
  description = "GitHub environment in which workflows apply; its reviewers approve each change."
  type        = string
}

variable "repository" {
  description = "Repository whose workflows assume the roles, as in the subject of GitHub's tokens: owner/name, or owner@id/name@id if the repository was created or renamed since July 2026."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+(@[0-9]+)?/[A-Za-z0-9._-]+(@[0-9]+)?$", var.repository))
    error_message = "repository must be owner/name or owner@id/name@id, without wildcards."
  }
}

variable "branch" {
  description = "Branch from which images are pushed."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]+$", var.branch))
    error_message = "branch must be one branch, without wildcards."
  }
}

variable "create_provider" {
  description = "Whether to create the IAM OIDC provider for GitHub. An account has one: set it to false if another environment created it."
  type        = bool
  default     = true
}

variable "state_bucket" {
  description = "Bucket of the Terraform state."
  type        = string
}

variable "cluster_arn" {
  description = "Cluster in which the platform is installed."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:eks:[^*]+:cluster/[^*]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of a cluster, without wildcards."
  }
}

variable "repository_arns" {
  description = "ECR repositories to which images are pushed."
  type        = list(string)

  validation {
    condition     = alltrue([for arn in var.repository_arns : can(regex("^arn:[a-z-]+:ecr:[^*]+$", arn))])
    error_message = "repository_arns must be ARNs of ECR repositories, without wildcards."
  }
}

variable "regions" {
  description = "Regions in which workflows may create resources; global services use us-east-1."
  type        = list(string)
  default     = ["us-east-1"]

  validation {
    condition     = length(var.regions) >= 1 && !contains(var.regions, "*")
    error_message = "regions must be a list of regions without wildcards."
  }
}

variable "permissions_boundary" {
  description = "Policy that bounds every role which the apply role creates."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:iam::[0-9]{12}:policy/[^*]+$", var.permissions_boundary))
    error_message = "permissions_boundary must be the ARN of a policy of the account."
  }
}

variable "trail_arns" {
  description = "What the audit trail consists of, which the apply role must not touch: trail, bucket, objects, key, log group."
  type        = list(string)

  validation {
    condition     = length(var.trail_arns) > 0
    error_message = "trail_arns must name the audit trail."
  }
}

variable "static_user" {
  description = "Name of a user with a long-lived key, for a CI that can't use OIDC; null creates none. Create its key by hand, since Terraform would keep it in the state."
  type        = string
  default     = null

  validation {
    condition     = var.static_user == null || can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.static_user))
    error_message = "static_user must be a valid IAM user name."
  }
}
