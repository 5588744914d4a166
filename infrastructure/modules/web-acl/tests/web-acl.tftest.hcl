mock_provider "aws" {
  mock_resource "aws_wafv2_web_acl" {
    defaults = {
      arn = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/touchstone-test-regional/1"
    }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-touchstone-test-regional"
    }
  }
}

variables {
  name  = "touchstone-test"
  scope = "REGIONAL"
}

run "addresses_have_rate_limits" {
  command = plan

  assert {
    condition     = { for rule in aws_wafv2_web_acl.this.rule : rule.name => rule.statement[0].rate_based_statement[0].limit if contains(["sign-in", "requests"], rule.name) } == { sign-in = 500, requests = 10000 }
    error_message = "Both limits must exist."
  }
  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : one(one(one(rule.statement).rate_based_statement).scope_down_statement).byte_match_statement[0].search_string if rule.name == "sign-in"]) == "/api/v1/auth/"
    error_message = "The lower limit must be for signing in."
  }
  assert {
    condition     = toset([for rule in aws_wafv2_web_acl.this.rule : rule.name if length(rule.override_action) == 1]) == toset(["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet"])
    error_message = "The managed rule groups must be used."
  }
  assert {
    condition     = length(distinct([for rule in aws_wafv2_web_acl.this.rule : rule.priority])) == 6
    error_message = "Priorities must be unique."
  }
  assert {
    condition     = can(regex("^[\\w+=:#@/\\-,. ]+$", aws_wafv2_web_acl.this.description))
    error_message = "The description may have only characters that WAF allows."
  }
}

run "programs_in_bodies_are_not_blocked" {
  command = plan

  assert {
    condition     = alltrue(flatten([for rule in aws_wafv2_web_acl.this.rule : [for group in rule.statement[0].managed_rule_group_statement : [for override in group.rule_action_override : length(override.action_to_use[0].count) == 1 && endswith(override.name, "_BODY")]]]))
    error_message = "Only rules that inspect bodies must count instead of block."
  }
  assert {
    condition     = length(flatten([for rule in aws_wafv2_web_acl.this.rule : [for group in rule.statement[0].managed_rule_group_statement : group.rule_action_override[*].name]])) == 10
    error_message = "All ten rules that inspect bodies must be among them."
  }
}

run "blocked_requests_are_logged_without_secrets" {
  command = plan

  assert {
    condition     = startswith(aws_cloudwatch_log_group.this.name, "aws-waf-logs-")
    error_message = "The log group must have the prefix that WAF requires."
  }
  assert {
    condition     = toset([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : one(field.single_header).name]) == toset(["authorization", "cookie"])
    error_message = "Tokens and cookies must be redacted."
  }
}

run "values_that_waf_rejects_are_refused" {
  command = plan

  variables {
    scope         = "GLOBAL"
    rate_limit    = 9
    sign_in_limit = 9
    managed_rules = [{ name = "SomebodysRules" }]
  }

  expect_failures = [var.scope, var.rate_limit, var.sign_in_limit, var.managed_rules]
}
