variable "name" {
  description = "First part of every name."
  type        = string
}

variable "domain_name" {
  description = "Name under which users reach the platform."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate of that name, in us-east-1."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:acm:us-east-1:", var.certificate_arn))
    error_message = "certificate_arn must be of us-east-1: CloudFront takes no other."
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
  description = "Paths that the bucket answers, each beginning and ending as CloudFront writes patterns."
  type        = list(string)
  default     = ["/assets/*"]
}

variable "origin_domain_name" {
  description = "Name that leads to the load balancer and that its certificate is for; null while there is none: then the bucket answers everything."
  type        = string
  default     = null
}

variable "price_class" {
  description = "Where CloudFront answers: PriceClass_100 is North America and Europe, PriceClass_All everywhere."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "log_bucket_arn" {
  description = "Bucket for the log of requests."
  type        = string
}
