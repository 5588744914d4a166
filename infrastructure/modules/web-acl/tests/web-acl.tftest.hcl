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

run "addresses_are_limited_and_signing_in_more" {
  command = plan

  assert {
    condition     = { for rule in aws_wafv2_web_acl.this.rule : rule.name => rule.statement[0].rate_based_statement[0].limit if contains(["sign-in", "requests"], rule.name) } == { sign-in = 500, requests = 10000 }
    error_message = "Both limits are there."
  }
  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : one(one(one(rule.statement).rate_based_statement).scope_down_statement).byte_match_statement[0].search_string if rule.name == "sign-in"]) == "/api/v1/auth/"
    error_message = "The lower one is for signing in."
  }
  assert {
    condition     = toset([for rule in aws_wafv2_web_acl.this.rule : rule.name if length(rule.override_action) == 1]) == toset(["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet"])
    error_message = "AWS's rule groups are used."
  }
  assert {
    condition     = length(distinct([for rule in aws_wafv2_web_acl.this.rule : rule.priority])) == 6
    error_message = "No two rules have one priority; WAF refuses that."
  }
  assert {
    condition     = can(regex("^[\\w+=:#@/\\-,. ]+$", aws_wafv2_web_acl.this.description))
    error_message = "WAF refuses other signs in a description."
  }
}

run "programs_in_bodies_are_not_taken_for_attacks" {
  command = plan

  assert {
    condition     = alltrue(flatten([for rule in aws_wafv2_web_acl.this.rule : [for group in rule.statement[0].managed_rule_group_statement : [for override in group.rule_action_override : length(override.action_to_use[0].count) == 1 && endswith(override.name, "_BODY")]]]))
    error_message = "Rules on bodies count; no other rule is weakened."
  }
  assert {
    condition     = length(flatten([for rule in aws_wafv2_web_acl.this.rule : [for group in rule.statement[0].managed_rule_group_statement : group.rule_action_override[*].name]])) == 10
    error_message = "All ten rules on bodies are among them."
  }
}

run "refusals_are_logged_without_secrets" {
  command = plan

  assert {
    condition     = startswith(aws_cloudwatch_log_group.this.name, "aws-waf-logs-")
    error_message = "WAF takes no other name."
  }
  assert {
    condition     = toset([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : one(field.single_header).name]) == toset(["authorization", "cookie"])
    error_message = "Tokens and cookies are left out."
  }
}

run "what_waf_refuses_is_refused" {
  command = plan

  variables {
    scope         = "GLOBAL"
    rate_limit    = 9
    sign_in_limit = 9
    managed_rules = [{ name = "SomebodysRules" }]
  }

  expect_failures = [var.scope, var.rate_limit, var.sign_in_limit, var.managed_rules]
}
