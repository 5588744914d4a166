variable "name" {
  description = "Name of the bucket; unique in all of AWS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 63 lower-case letters, digits and hyphens."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the objects; null uses S3-managed keys."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "noncurrent_days" {
  description = "Days that noncurrent versions are kept."
  type        = number
  default     = 30

  validation {
    condition     = var.noncurrent_days >= 1
    error_message = "noncurrent_days must be 1 or more."
  }
}

variable "expiration_days" {
  description = "Days after which objects are deleted; null keeps them."
  type        = number
  default     = null

  validation {
    condition     = var.expiration_days == null || try(var.expiration_days >= 1, false)
    error_message = "expiration_days must be 1 or more."
  }
}

variable "expiration_prefixes" {
  description = "How the names of objects begin that expiration_days deletes; an empty text means all objects."
  type        = list(string)
  default     = [""]

  validation {
    condition     = length(var.expiration_prefixes) > 0 && alltrue([for prefix in var.expiration_prefixes : prefix == "" || endswith(prefix, "/")])
    error_message = "expiration_prefixes must name one or more folders, each with a slash at its end."
  }
}

variable "archive_days" {
  description = "Days after which objects move to the infrequent-access class; null never moves them. AWS requires 30 or more."
  type        = number
  default     = null

  validation {
    condition     = var.archive_days == null || try(var.archive_days >= 30, false)
    error_message = "archive_days must be 30 or more."
  }

  validation {
    condition     = try(var.archive_days < var.expiration_days, true)
    error_message = "archive_days must be less than expiration_days."
  }
}

variable "policy_documents" {
  description = "IAM policy documents (JSON) added to the bucket's policy, such as CloudFront's permission to read."
  type        = list(string)
  default     = []
}

variable "replica" {
  description = "Bucket in another region to which objects are replicated, with the KMS key that encrypts them there; null replicates nothing."
  type = object({
    bucket_arn  = string
    kms_key_arn = optional(string)
  })
  default = null
}

variable "lock" {
  description = "Days that nobody can delete or change an object, and the mode: GOVERNANCE or COMPLIANCE; null locks nothing. Only a new bucket can have a lock."
  type = object({
    mode = string
    days = number
  })
  default = null

  validation {
    condition     = var.lock == null || try(contains(["GOVERNANCE", "COMPLIANCE"], var.lock.mode) && var.lock.days >= 1, false)
    error_message = "lock.mode must be GOVERNANCE or COMPLIANCE, lock.days 1 or more."
  }

  validation {
    condition     = var.lock == null || !var.force_destroy
    error_message = "A locked bucket can't be destroyed with its objects: force_destroy must be false."
  }
}

variable "cors_origins" {
  description = "Web origins that may read the objects from a browser."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.cors_origins : startswith(origin, "https://")])
    error_message = "cors_origins must begin with https://."
  }
}

variable "force_destroy" {
  description = "Whether destroying the bucket may delete the objects in it."
  type        = bool
  default     = false
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
