variable "domain_name" {
  description = "Domain name of the certificate."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a domain name in lower case, without a wildcard."
  }
}

variable "subject_alternative_names" {
  description = "Subject alternative names of the certificate, in the same zone."
  type        = set(string)
  default     = []
}

variable "zone_id" {
  description = "Hosted zone of the names, in which the validation records are created."
  type        = string
}
