variable "zone_name" {
  description = "Domain name of the hosted zone in Route 53."
  type        = string
}

variable "create_zone" {
  description = "Whether to create the hosted zone; false uses an existing one."
  type        = bool
}

variable "domain_name" {
  description = "Domain name of the platform: the zone's, or one below it."
  type        = string
}

variable "load_balancer_tags" {
  description = "Further tags that distinguish the platform's load balancer from others of the cluster, such as ingress.k8s.aws/stack."
  type        = map(string)
  default     = {}
}

variable "private_origin" {
  description = "Whether the load balancer is internal and CloudFront reaches it through a VPC origin. The public one can be called around CloudFront, but has the same web ACL and can fail over to standby."
  type        = bool
  default     = false

  validation {
    condition     = !var.private_origin || var.standby == null
    error_message = "private_origin excludes standby: DNS can't fail over between load balancers that only CloudFront reaches."
  }
}

variable "standby" {
  description = "Load balancer in another region for failover while the platform's is unhealthy; null for none."
  type = object({
    domain_name = string
    zone_id     = string
  })
  default = null
}

variable "fast_health_checks" {
  description = "Check every 10 seconds instead of every 30."
  type        = bool
}

variable "rate_limit" {
  description = "Requests allowed per IP address in five minutes. A class behind a school's single address shares it."
  type        = number
  default     = 10000
}

variable "price_class" {
  description = "Edge locations in use: PriceClass_100 is North America and Europe, PriceClass_All is everywhere."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the log of requests blocked by WAF is kept."
  type        = number
}

variable "request_log_days" {
  description = "Days that access logs are kept."
  type        = number
}

variable "keep_request_logs" {
  description = "Whether access logs are protected from being destroyed."
  type        = bool
}
