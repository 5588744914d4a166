variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "domain_name" {
  description = "Domain name of the platform."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate for domain_name, in us-east-1."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:acm:us-east-1:", var.certificate_arn))
    error_message = "certificate_arn must be in us-east-1: CloudFront accepts no other region."
  }
}

variable "web_acl_arn" {
  description = "Web ACL of scope CLOUDFRONT."
  type        = string
}

variable "assets_domain_name" {
  description = "Regional domain name of the bucket of static files."
  type        = string
}

variable "assets_paths" {
  description = "Path patterns that the bucket serves."
  type        = list(string)
  default     = ["/assets/*"]
}

variable "origin_domain_name" {
  description = "Domain name of the load balancer, for which it has a certificate; null if there is none yet: the bucket then serves everything."
  type        = string
  default     = null
}

variable "private_load_balancer_arn" {
  description = "The load balancer behind origin_domain_name, if it is internal: CloudFront then reaches it through a VPC origin; null for a public one."
  type        = string
  default     = null

  validation {
    condition     = var.private_load_balancer_arn == null || var.origin_domain_name != null
    error_message = "private_load_balancer_arn needs origin_domain_name."
  }
}

variable "price_class" {
  description = "Edge locations in use: PriceClass_100 is North America and Europe, PriceClass_All is everywhere."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "log_bucket_arn" {
  description = "Bucket for the access log."
  type        = string
}
