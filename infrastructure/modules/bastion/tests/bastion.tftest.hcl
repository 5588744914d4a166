mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_region" {
    defaults = {
      id = "us-east-1"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_data "aws_default_tags" {
    defaults = {
      tags = { Project = "touchstone" }
    }
  }
}

variables {
  name              = "touchstone-test"
  subnet_id         = "subnet-1"
  security_group_id = "sg-bastion"
}

run "without_a_key_session_manager_is_the_only_way_in" {
  command = plan

  assert {
    condition     = length(aws_ssm_parameter.keys) == 0 && !aws_instance.this.associate_public_ip_address && !strcontains(aws_instance.this.user_data, "\nKEYS=")
    error_message = "Without a key there must be no public address and no SSH."
  }
  assert {
    condition     = aws_iam_role_policy_attachment.session_manager.policy_arn == "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" && length(aws_iam_role_policy.database) == 0
    error_message = "The role must allow Session Manager."
  }
}

run "the_machine_is_hardened" {
  command = plan

  assert {
    condition     = aws_instance.this.metadata_options[0].http_tokens == "required" && aws_instance.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "IMDSv2 must be required, with one hop."
  }
  assert {
    condition     = aws_instance.this.root_block_device[0].encrypted && aws_instance.this.root_block_device[0].volume_type == "gp3" && aws_instance.this.root_block_device[0].tags.Project == "touchstone"
    error_message = "Its disk must be encrypted gp3 with tags."
  }
  assert {
    condition     = aws_instance.this.instance_type == "t3.small"
    error_message = "The instance type must be the document's."
  }
}

run "keys_open_tunnels_and_are_not_on_the_machine" {
  command = apply

  variables {
    public_keys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9Qb8sXvZ6e1cKQ0h1v4nqvX4cTqX1v1Zt3s7mUe0Hk old",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKb3sXvZ6e1cKQ0h1v4nqvX4cTqX1v1Zt3s7mUe0Hk99 new",
    ]
    destinations   = ["database.example:5432", "cluster.example:443"]
    public_address = true
  }

  assert {
    condition     = !strcontains(aws_instance.this.user_data, "ssh-ed25519 AAAA")
    error_message = "A new key must need no new machine."
  }
  assert {
    condition     = split("\n", aws_ssm_parameter.keys[0].insecure_value) == tolist(var.public_keys) && aws_ssm_parameter.keys[0].name == "/touchstone-test/bastion/authorized-keys"
    error_message = "The parameter must have both keys, so that one can replace the other."
  }
  assert {
    condition     = strcontains(aws_instance.this.user_data, "\nREGION=us-east-1\nKEYS=/touchstone-test/bastion/authorized-keys\nDESTINATIONS='database.example:5432 cluster.example:443'\n")
    error_message = "The script must receive its settings."
  }
  assert {
    condition     = startswith(aws_instance.this.user_data, "#!/bin/bash\n")
    error_message = "cloud-init runs user data only with an interpreter in its first line."
  }
}

run "operators_reach_the_database_as_one_user" {
  command = plan

  variables {
    database = { resource_id = "db-ABC", user = "operator" }
  }

  assert {
    condition     = data.aws_iam_policy_document.database[0].statement[1].resources == toset(["arn:aws:rds-db:us-east-1:123456789012:dbuser:db-ABC/operator"])
    error_message = "The role must be limited to one user of one database."
  }
}

run "an_rsa_key_is_refused" {
  command = plan

  variables {
    public_keys  = ["ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 operator"]
    destinations = ["database.example:5432"]
  }

  expect_failures = [var.public_keys]
}

run "a_public_address_without_a_key_is_refused" {
  command = plan

  variables {
    public_address = true
  }

  expect_failures = [var.public_address]
}

run "a_key_with_options_is_refused" {
  command = plan

  variables {
    public_keys  = ["command=\"/bin/sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9Qb8sXvZ6e1cKQ0h1v4nqvX4cTqX1v1Zt3s7mUe0Hk operator"]
    destinations = ["database.example:5432"]
  }

  expect_failures = [var.public_keys]
}

run "tunnels_to_anywhere_are_refused" {
  command = plan

  variables {
    destinations = ["*:443"]
  }

  expect_failures = [var.destinations]
}

run "a_migration_opens_ports_for_the_database" {
  command = plan

  variables {
    public_keys  = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9Qb8sXvZ6e1cKQ0h1v4nqvX4cTqX1v1Zt3s7mUe0Hk one"]
    destinations = ["database.example:5432"]
    listen       = [15433, 15434]
  }

  assert {
    condition     = strcontains(aws_instance.this.user_data, "\nLISTEN='15433 15434'\n")
    error_message = "The script must receive the ports."
  }
}

run "tunnels_that_listen_on_a_privileged_port_are_refused" {
  command = plan

  variables {
    listen = [22]
  }

  expect_failures = [var.listen]
}
