variable "zone_name" {
  description = "Domain whose records are in Route 53."
  type        = string
}

variable "create_zone" {
  description = "Whether the hosted zone is made here; false takes one that is there."
  type        = bool
}

variable "domain_name" {
  description = "Name under which users reach the platform: the zone's, or one below it."
  type        = string
}

variable "load_balancer_tags" {
  description = "Further tags that tell the platform's load balancer from others of the cluster, such as ingress.k8s.aws/stack."
  type        = map(string)
  default     = {}
}

variable "standby" {
  description = "Load balancer of another region that takes over while the platform's is not well; null has none."
  type = object({
    domain_name = string
    zone_id     = string
  })
  default = null
}

variable "fast_health_checks" {
  description = "Ask every 10 seconds rather than every 30."
  type        = bool
}

variable "rate_limit" {
  description = "Requests that one address may make in five minutes. A class behind one school's address shares it."
  type        = number
  default     = 10000
}

variable "price_class" {
  description = "Where CloudFront answers: PriceClass_100 is North America and Europe, PriceClass_All everywhere."
  type        = string
}

variable "log_retention_days" {
  description = "Days that requests which WAF refused are kept."
  type        = number
}

variable "request_log_days" {
  description = "Days that the logs of all requests are kept."
  type        = number
}

variable "keep_request_logs" {
  description = "Whether the logs of requests withstand a destroy."
  type        = bool
}
