variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "zone_id" {
  description = "Hosted zone of the names."
  type        = string
}

variable "domain_name" {
  description = "Domain name of the platform."
  type        = string
}

variable "distribution" {
  description = "CloudFront's domain name and hosted zone, the alias target of domain_name."
  type = object({
    domain_name = string
    zone_id     = string
  })
}

variable "load_balancers" {
  description = "Load balancers behind origin.<domain_name>: primary, and secondary for failover when the primary's health check fails."
  type = map(object({
    domain_name = string
    zone_id     = string
  }))
  default = {}

  validation {
    condition     = length(setsubtract(keys(var.load_balancers), ["primary", "secondary"])) == 0
    error_message = "The keys of load_balancers must be primary and secondary."
  }

  validation {
    condition     = !contains(keys(var.load_balancers), "secondary") || contains(keys(var.load_balancers), "primary")
    error_message = "A secondary load balancer needs a primary one."
  }
}

variable "health_path" {
  description = "Path that returns 200 while the platform is healthy."
  type        = string
  default     = "/ready"

  validation {
    condition     = startswith(var.health_path, "/")
    error_message = "health_path must begin with a slash."
  }
}

variable "fast_health_checks" {
  description = "Check every 10 seconds instead of every 30, which costs more."
  type        = bool
  default     = false
}
