mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/control-plane"
    }
  }
  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:kms:us-east-1:123456789012:key/1"
    }
  }
  mock_resource "aws_eks_cluster" {
    defaults = {
      identity   = [{ oidc = [{ issuer = "https://oidc.eks.us-east-1.amazonaws.com/id/1" }] }]
      vpc_config = { cluster_security_group_id = "sg-1" }
    }
  }
}

variables {
  name       = "touchstone-test"
  subnet_ids = ["subnet-1", "subnet-2", "subnet-3"]
}

run "the_defaults_are_a_private_logged_encrypted_cluster" {
  command = apply

  assert {
    condition     = aws_eks_cluster.this.name == "eks-1" && aws_eks_cluster.this.version == "1.36"
    error_message = "The name must be the document's and the version one that EKS offers."
  }
  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "The API must be private."
  }
  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]) && aws_kms_key.secrets.enable_key_rotation
    error_message = "Secrets must be encrypted with a customer managed key with rotation."
  }
  assert {
    condition     = length(aws_eks_cluster.this.enabled_cluster_log_types) == 5 && aws_cloudwatch_log_group.cluster.name == "/aws/eks/eks-1/cluster"
    error_message = "All five log types must be on, with a log group of this module."
  }
  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    error_message = "Only access entries must grant access, to the creator, too."
  }
  assert {
    condition     = output.oidc_issuer == "oidc.eks.us-east-1.amazonaws.com/id/1"
    error_message = "The issuer must be without https://."
  }
}

run "another_version_can_be_set" {
  command = plan

  variables {
    kubernetes_version = "1.28"
  }

  assert {
    condition     = aws_eks_cluster.this.version == "1.28"
    error_message = "The version is a parameter."
  }
}

run "listed_ranges_make_the_api_public_for_them_only" {
  command = plan

  variables {
    public_access_cidrs = ["203.0.113.7/32"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.7/32"])
    error_message = "The API must be public for the listed range only."
  }
}

run "an_api_for_the_world_is_refused" {
  command = plan

  variables {
    public_access_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.public_access_cidrs]
}

run "one_subnet_is_refused" {
  command = plan

  variables {
    subnet_ids = ["subnet-1"]
  }

  expect_failures = [var.subnet_ids]
}

run "a_patch_version_is_refused" {
  command = plan

  variables {
    kubernetes_version = "1.36.2"
  }

  expect_failures = [var.kubernetes_version]
}

run "a_cluster_without_an_audit_log_is_refused" {
  command = plan

  variables {
    log_types = ["api"]
  }

  expect_failures = [var.log_types]
}

run "a_name_that_eks_rejects_is_refused" {
  command = plan

  variables {
    cluster_name = "eks_1"
  }

  expect_failures = [var.cluster_name]
}
