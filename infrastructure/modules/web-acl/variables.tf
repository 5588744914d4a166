variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "scope" {
  description = "CLOUDFRONT for a distribution (the provider's region must then be us-east-1), REGIONAL for a load balancer."
  type        = string

  validation {
    condition     = contains(["CLOUDFRONT", "REGIONAL"], var.scope)
    error_message = "scope must be CLOUDFRONT or REGIONAL."
  }
}

variable "managed_rules" {
  description = "AWS managed rule groups in their order, with those of their rules that only count."
  type = list(object({
    name       = string
    only_count = optional(set(string), [])
  }))
  # Bodies are programs and exercise packages: they are long, contain SQL, HTML and paths, and run only in a sandbox.
  # Rules that inspect bodies would block them.
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
    error_message = "managed_rules must name AWS managed rule groups, such as AWSManagedRulesCommonRuleSet."
  }
}

variable "rate_limit" {
  description = "Requests allowed per IP address in five minutes. A class behind a school's single address shares it."
  type        = number
  default     = 10000

  validation {
    condition     = var.rate_limit >= 10 && var.rate_limit <= 2000000000
    error_message = "rate_limit must be 10 or more: WAF allows no lower value."
  }
}

variable "sign_in_limit" {
  description = "Requests to sign_in_path allowed per IP address in five minutes."
  type        = number
  default     = 500

  validation {
    condition     = var.sign_in_limit >= 10
    error_message = "sign_in_limit must be 10 or more: WAF allows no lower value."
  }
}

variable "sign_in_path" {
  description = "Prefix of the paths for registering and signing in."
  type        = string
  default     = "/api/v1/auth/"
}

variable "log_retention_days" {
  description = "Days that the log of blocked requests is kept."
  type        = number
  default     = 30
}
