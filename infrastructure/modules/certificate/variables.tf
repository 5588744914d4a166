variable "domain_name" {
  description = "Name that the certificate is for."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a domain name in small letters, without a wildcard."
  }
}

variable "further_names" {
  description = "Other names that the certificate is for, in the same zone."
  type        = set(string)
  default     = []
}

variable "zone_id" {
  description = "Hosted zone of the names, in which ACM looks for the proof."
  type        = string
}
