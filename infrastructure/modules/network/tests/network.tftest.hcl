mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["us-east-1a", "us-east-1b", "us-east-1c"]
    }
  }
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/flow"
    }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:123456789012:log-group:flow"
    }
  }
  mock_data "aws_region" {
    defaults = {
      id = "us-east-1"
    }
  }
}

variables {
  name = "touchstone-test"
  zones = {
    us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
    us-east-1b = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.12.0/24" }
    us-east-1c = { public_cidr = "10.0.3.0/24", private_cidr = "10.0.13.0/24" }
  }
}

run "the_defaults_are_the_network_of_the_document" {
  command = plan

  assert {
    condition     = aws_vpc.this.cidr_block == "10.0.0.0/16" && aws_vpc.this.enable_dns_hostnames
    error_message = "The VPC must be 10.0.0.0/16, with DNS host names, which private endpoints need."
  }
  assert {
    condition     = [for zone in ["us-east-1a", "us-east-1b", "us-east-1c"] : aws_subnet.public[zone].cidr_block] == ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
    error_message = "Each zone must have its public subnet."
  }
  assert {
    condition     = [for zone in ["us-east-1a", "us-east-1b", "us-east-1c"] : aws_subnet.private[zone].cidr_block] == ["10.0.11.0/24", "10.0.12.0/24", "10.0.13.0/24"]
    error_message = "Each zone must have its private subnet."
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch])
    error_message = "No subnet may assign public addresses by default."
  }
  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a"] && length(aws_route.nat) == 3
    error_message = "One NAT gateway must serve every private subnet."
  }
  assert {
    condition     = keys(aws_vpc_endpoint.interface) == ["ecr.api", "ecr.dkr"] && aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway"
    error_message = "S3 and ECR must have endpoints in the VPC."
  }
  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow.retention_in_days == 90
    error_message = "Flow logs must keep accepted and rejected traffic for 90 days."
  }
}

run "network_acls_allow_only_what_the_tiers_need" {
  command = plan

  assert {
    condition     = toset([for rule in aws_network_acl.this["public"].ingress : rule.from_port if rule.cidr_block == "0.0.0.0/0" && rule.protocol != "icmp"]) == toset([80, 443, 1024])
    error_message = "From anywhere, the public subnets must accept HTTP, HTTPS and responses, but not SSH."
  }
  assert {
    condition     = alltrue([for rule in aws_network_acl.this["private"].ingress : rule.cidr_block == "10.0.0.0/16" || rule.protocol == "icmp" || rule.from_port >= 32768])
    error_message = "From outside the VPC, the private subnets must accept only responses, to ports above those of the services."
  }
  assert {
    condition     = toset([for rule in aws_network_acl.this["private"].egress : rule.to_port if rule.cidr_block == "0.0.0.0/0" && rule.protocol != "icmp"]) == toset([80, 443, 587])
    error_message = "The private subnets may open only HTTP, HTTPS and mail connections."
  }
  assert {
    condition = alltrue(flatten([
      for acl in aws_network_acl.this : [
        for rules in [acl.ingress, acl.egress] : [for rule in rules : "${rule.icmp_type} ${rule.icmp_code}" if rule.protocol == "icmp"] == ["3 4"]
      ]
    ]))
    error_message = "Path MTU discovery, and no other ICMP, must pass in both directions."
  }
}

run "each_zone_may_have_its_own_nat_gateway" {
  command = plan

  variables {
    nat_per_zone = true
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_eip.nat) == 3
    error_message = "Three zones must have three NAT gateways."
  }
}

run "listed_ranges_reach_port_22_of_the_public_subnets" {
  command = plan

  variables {
    ssh_cidrs = ["198.51.100.0/24", "203.0.113.7/32"]
  }

  assert {
    condition     = toset([for rule in aws_network_acl.this["public"].ingress : rule.cidr_block if rule.to_port == 22]) == toset(["198.51.100.0/24", "203.0.113.7/32"])
    error_message = "Port 22 must be open to the listed ranges only."
  }
}

run "without_interface_endpoints_there_is_no_group_for_them" {
  command = plan

  variables {
    interface_endpoints = []
  }

  assert {
    condition     = length(aws_security_group.endpoints) == 0 && length(aws_vpc_endpoint.interface) == 0
    error_message = "There must be no endpoint and no group for endpoints."
  }
}

run "endpoints_can_be_in_one_zone" {
  command = apply

  variables {
    endpoints_in_every_zone = false
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : length(endpoint.subnet_ids) == 1])
    error_message = "The endpoint must be in one zone."
  }
}

run "one_zone_is_refused" {
  command = plan

  variables {
    zones = { us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" } }
  }

  expect_failures = [var.zones]
}

run "a_subnet_outside_the_vpc_is_refused" {
  command = plan

  variables {
    zones = {
      us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
      us-east-1b = { public_cidr = "10.1.2.0/24", private_cidr = "10.0.12.0/24" }
    }
  }

  expect_failures = [var.zones]
}

run "a_subnet_larger_than_the_vpc_is_refused" {
  command = plan

  variables {
    zones = {
      us-east-1a = { public_cidr = "10.0.0.0/15", private_cidr = "10.0.11.0/24" }
      us-east-1b = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.12.0/24" }
    }
  }

  expect_failures = [var.zones]
}

run "two_subnets_of_one_range_are_refused" {
  command = plan

  variables {
    zones = {
      us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
      us-east-1b = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.11.0/24" }
    }
  }

  expect_failures = [var.zones]
}

run "a_vpc_without_a_range_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.0.0.0"
  }

  expect_failures = [var.vpc_cidr]
}

run "ssh_from_anywhere_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "more_ssh_ranges_than_a_network_acl_has_rules_are_refused" {
  command = plan

  variables {
    ssh_cidrs = [for number in range(11) : "203.0.113.${number}/32"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "a_retention_that_cloudwatch_lacks_is_refused" {
  command = plan

  variables {
    flow_log_retention_days = 100
  }

  expect_failures = [var.flow_log_retention_days]
}

run "a_zone_without_control_planes_is_refused" {
  command = plan

  variables {
    zones = {
      us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
      us-east-1e = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.12.0/24" }
    }
  }

  expect_failures = [aws_vpc.this]
}
