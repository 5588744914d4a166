mock_provider "aws" {}

variables {
  name   = "touchstone-test"
  vpc_id = "vpc-0123456789abcdef0"
}

run "the_groups_are_those_of_the_document" {
  command = apply

  assert {
    condition     = toset(keys(output.ids)) == toset(["control_plane", "alb", "bastion", "application", "judge", "database", "cache"])
    error_message = "Each tier must have a group."
  }
  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.alb : rule.from_port]) == toset([80, 443]) && alltrue([for rule in aws_vpc_security_group_ingress_rule.alb : rule.cidr_ipv4 == "0.0.0.0/0"])
    error_message = "The load balancer must accept HTTP and HTTPS from anywhere."
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.application : rule.referenced_security_group_id == output.ids.alb && rule.cidr_ipv4 == null])
    error_message = "Application nodes must accept connections from the load balancer only."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.application["services"].from_port == 5001 && aws_vpc_security_group_ingress_rule.application["services"].to_port == 5003
    error_message = "The services' ports must be 5001 to 5003."
  }
  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.database : rule.referenced_security_group_id]) == toset([output.ids.application, output.ids.bastion]) && alltrue([for rule in aws_vpc_security_group_ingress_rule.database : rule.from_port == 5432 && rule.to_port == 5432 && rule.cidr_ipv4 == null])
    error_message = "The database must accept 5432 from application nodes and bastion only."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.cache.referenced_security_group_id == output.ids.application
    error_message = "The cache must accept connections from application nodes only."
  }
}

run "the_kubernetes_api_is_reached_from_the_bastion" {
  command = apply

  assert {
    condition     = aws_vpc_security_group_ingress_rule.control_plane.referenced_security_group_id == output.ids.bastion && aws_vpc_security_group_ingress_rule.control_plane.from_port == 443
    error_message = "The API must accept connections from the bastion."
  }
}

run "without_listed_ranges_there_is_no_ssh" {
  command = plan

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.bastion) == 0
    error_message = "Without ranges there must be no rule."
  }
}

run "ssh_comes_from_listed_ranges_only" {
  command = plan

  variables {
    ssh_cidrs = ["203.0.113.7/32"]
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.bastion : "${rule.cidr_ipv4} ${rule.from_port}"] == ["203.0.113.7/32 22"]
    error_message = "There must be one rule for port 22."
  }
}

run "ssh_from_anywhere_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "a_privileged_port_is_refused" {
  command = plan

  variables {
    application_ports = { web = { from = 80, to = 80 } }
  }

  expect_failures = [var.application_ports]
}

run "a_range_that_ends_before_it_begins_is_refused" {
  command = plan

  variables {
    application_ports = { services = { from = 5003, to = 5001 } }
  }

  expect_failures = [var.application_ports]
}

run "a_judge_node_reaches_four_ports_of_the_application_and_nothing_else_inside" {
  command = apply

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.judge : "${rule.ip_protocol} ${rule.from_port}-${rule.to_port}" if rule.security_group_id == output.ids.application && rule.referenced_security_group_id == output.ids.judge]) == toset(["udp 53-53", "tcp 53-53", "tcp 5002-5002", "tcp 5003-5003"])
    error_message = "Application nodes must accept names and the judge's two services only."
  }
  assert {
    condition     = toset([for rule in aws_vpc_security_group_egress_rule.judge : rule.from_port]) == toset([53, 5002, 5003])
    error_message = "Judge nodes must have a way to these."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.application_nodes.referenced_security_group_id == output.ids.application
    error_message = "Only application nodes may reach every port of one another."
  }
}

run "a_protocol_that_means_everything_is_refused" {
  command = plan

  variables {
    judge_ports = { all = { protocol = "-1", port = 1 } }
  }

  expect_failures = [var.judge_ports]
}

run "a_migration_lets_the_database_reach_the_bastion" {
  command = apply

  variables {
    migration_ports = [15433]
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.migration["15433"].security_group_id == output.ids.database && aws_vpc_security_group_egress_rule.migration["15433"].referenced_security_group_id == output.ids.bastion
    error_message = "The database must reach the bastion, and nothing else."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.migration["15433"].security_group_id == output.ids.bastion && aws_vpc_security_group_ingress_rule.migration["15433"].referenced_security_group_id == output.ids.database
    error_message = "The bastion must accept it from the database only."
  }
}

run "a_privileged_port_for_a_migration_is_refused" {
  command = plan

  variables {
    migration_ports = [22]
  }

  expect_failures = [var.migration_ports]
}
