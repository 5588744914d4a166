mock_provider "aws" {}

variables {
  name         = "touchstone-test"
  zone_id      = "Z1"
  domain_name  = "touchstone.example"
  distribution = { domain_name = "d1.cloudfront.net", zone_id = "Z2FDTNDATAQYW2" }
}

run "the_name_resolves_to_cloudfront_over_ipv4_and_ipv6" {
  command = apply

  assert {
    condition     = toset([for record in aws_route53_record.platform : record.type]) == toset(["A", "AAAA"]) && alltrue([for record in aws_route53_record.platform : record.alias[0].name == "d1.cloudfront.net"])
    error_message = "There must be records for IPv4 and IPv6."
  }
  assert {
    condition     = aws_route53_record.certificate_authorities.records == toset(["0 issue \"amazon.com\"", "0 issuewild \";\""])
    error_message = "Only Amazon may issue certificates."
  }
  assert {
    condition     = length(aws_route53_record.origin) == 0 && length(aws_route53_health_check.this) == 0 && output.origin_domain_name == null
    error_message = "Without a load balancer there must be no health check of one."
  }
}

run "dns_fails_over_to_the_secondary" {
  command = apply

  variables {
    load_balancers = {
      primary   = { domain_name = "one.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }
      secondary = { domain_name = "two.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }
    }
  }

  assert {
    condition     = { for key, record in aws_route53_record.origin : key => record.failover_routing_policy[0].type } == { primary = "PRIMARY", secondary = "SECONDARY" }
    error_message = "The records must be primary and secondary."
  }
  assert {
    condition     = alltrue([for key, record in aws_route53_record.origin : record.health_check_id == aws_route53_health_check.this[key].id && record.name == "origin.touchstone.example"])
    error_message = "Each must have its own health check."
  }
  assert {
    condition     = toset(keys(output.health_check_ids)) == toset(["primary", "secondary", "platform"]) && alltrue([for check in aws_route53_health_check.this : check.type == "HTTPS" && check.resource_path == "/ready" && check.request_interval == 30])
    error_message = "There must be checks of both and of the platform as users see it."
  }
}

run "health_checks_can_be_fast" {
  command = plan

  variables {
    fast_health_checks = true
    load_balancers     = { primary = { domain_name = "one.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
  }

  assert {
    condition     = alltrue([for check in aws_route53_health_check.this : check.request_interval == 10])
    error_message = "The interval must be ten seconds."
  }
}

run "a_secondary_alone_and_other_names_are_refused" {
  command = plan

  variables {
    load_balancers = { secondary = { domain_name = "two.elb.amazonaws.com", zone_id = "Z1" } }
    health_path    = "ready"
  }

  expect_failures = [var.load_balancers, var.health_path]
}
