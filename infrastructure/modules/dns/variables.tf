variable "name" {
  description = "First part of every name."
  type        = string
}

variable "zone_id" {
  description = "Hosted zone of the names."
  type        = string
}

variable "domain_name" {
  description = "Name under which users reach the platform."
  type        = string
}

variable "distribution" {
  description = "CloudFront's name and zone, to which domain_name leads."
  type = object({
    domain_name = string
    zone_id     = string
  })
}

variable "load_balancers" {
  description = "Load balancers to which origin.<domain_name> leads: primary, and secondary for when the primary's health check fails."
  type = map(object({
    domain_name = string
    zone_id     = string
  }))
  default = {}

  validation {
    condition     = length(setsubtract(keys(var.load_balancers), ["primary", "secondary"])) == 0
    error_message = "load_balancers are called primary and secondary."
  }

  validation {
    condition     = !contains(keys(var.load_balancers), "secondary") || contains(keys(var.load_balancers), "primary")
    error_message = "A secondary load balancer needs a primary one."
  }
}

variable "health_path" {
  description = "Path that answers 200 while the platform is well."
  type        = string
  default     = "/ready"

  validation {
    condition     = startswith(var.health_path, "/")
    error_message = "health_path must begin with a slash."
  }
}

variable "fast_health_checks" {
  description = "Ask every 10 seconds rather than every 30, which costs more."
  type        = bool
  default     = false
}
