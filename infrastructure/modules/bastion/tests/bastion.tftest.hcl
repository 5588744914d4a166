mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_region" {
    defaults = {
      name = "us-east-1"
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
    condition     = length(aws_key_pair.this) == 0 && !aws_instance.this.associate_public_ip_address
    error_message = "Without a key there must be no public address."
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
    condition     = alltrue([for line in ["PermitRootLogin no", "PasswordAuthentication no", "AllowAgentForwarding no", "PermitOpen *:5432 *:443"] : strcontains(aws_instance.this.user_data, line)])
    error_message = "SSH must accept keys only and tunnels to the database and the Kubernetes API only."
  }
  assert {
    condition     = aws_instance.this.instance_type == "t3.small"
    error_message = "The instance type must be the document's."
  }
}

run "an_ed25519_key_opens_ssh" {
  command = plan

  variables {
    public_key     = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9Qb8sXvZ6e1cKQ0h1v4nqvX4cTqX1v1Zt3s7mUe0Hk operator"
    public_address = true
  }

  assert {
    condition     = aws_instance.this.key_name == "touchstone-test-bastion" && aws_instance.this.associate_public_ip_address
    error_message = "The instance must use the key pair."
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
    public_key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 operator"
  }

  expect_failures = [var.public_key]
}

run "a_public_address_without_a_key_is_refused" {
  command = plan

  variables {
    public_address = true
  }

  expect_failures = [var.public_address]
}
