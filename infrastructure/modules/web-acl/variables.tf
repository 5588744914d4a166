variable "name" {
  description = "First part of every name."
  type        = string
}

variable "scope" {
  description = "CLOUDFRONT for a distribution (the provider must then be of us-east-1), REGIONAL for a load balancer."
  type        = string

  validation {
    condition     = contains(["CLOUDFRONT", "REGIONAL"], var.scope)
    error_message = "scope must be CLOUDFRONT or REGIONAL."
  }
}

variable "managed_rules" {
  description = "AWS's rule groups in their order, and those of their rules that only count."
  type = list(object({
    name       = string
    only_count = optional(set(string), [])
  }))
  # Bodies here are programs and packages of exercises: they are long, hold SQL, HTML and paths by their nature,
  # and are never run outside a sandbox. Rules that read bodies would refuse them.
  default = [
    { name = "AWSManagedRulesAmazonIpReputationList" },
    {
      name = "AWSManagedRulesCommonRuleSet"
      only_count = [
        "SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY",
      ]
    },
    { name = "AWSManagedRulesKnownBadInputsRuleSet", only_count = ["Log4JRCE_BODY", "JavaDeserializationRCE_BODY", "ReactJSRCE_BODY"] },
    { name = "AWSManagedRulesSQLiRuleSet", only_count = ["SQLi_BODY", "SQLiExtendedPatterns_BODY"] },
  ]

  validation {
    condition     = alltrue([for rule in var.managed_rules : startswith(rule.name, "AWSManagedRules")])
    error_message = "managed_rules must name rule groups of AWS, such as AWSManagedRulesCommonRuleSet."
  }
}

variable "rate_limit" {
  description = "Requests that one address may make in five minutes. A class behind one school's address shares it."
  type        = number
  default     = 10000

  validation {
    condition     = var.rate_limit >= 10 && var.rate_limit <= 2000000000
    error_message = "rate_limit must be 10 or more: WAF takes no fewer."
  }
}

variable "sign_in_limit" {
  description = "Requests to sign_in_path that one address may make in five minutes."
  type        = number
  default     = 500

  validation {
    condition     = var.sign_in_limit >= 10
    error_message = "sign_in_limit must be 10 or more: WAF takes no fewer."
  }
}

variable "sign_in_path" {
  description = "Beginning of the paths by which users register and sign in."
  type        = string
  default     = "/api/v1/auth/"
}

variable "log_retention_days" {
  description = "Days that refused requests are kept."
  type        = number
  default     = 30
}
