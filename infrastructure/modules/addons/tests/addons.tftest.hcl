mock_provider "aws" {
  mock_data "aws_eks_addon_version" {
    defaults = {
      version = "v1.20.4-eksbuild.1"
    }
  }
}

variables {
  cluster_name       = "eks-1"
  kubernetes_version = "1.36"
}

run "without_a_version_the_recommended_one_is_used" {
  command = plan

  variables {
    addons = {
      vpc-cni = { configuration = "{\"enableNetworkPolicy\":\"true\"}" }
      coredns = { version = "v1.12.4-eksbuild.2", irsa_role_arn = "arn:aws:iam::123456789012:role/coredns" }
    }
  }

  assert {
    condition     = output.versions == { vpc-cni = "v1.20.4-eksbuild.1", coredns = "v1.12.4-eksbuild.2" }
    error_message = "One version is the recommended one, one is given."
  }
  assert {
    condition     = jsondecode(aws_eks_addon.this["vpc-cni"].configuration_values).enableNetworkPolicy == "true"
    error_message = "The configuration must be passed on."
  }
  assert {
    condition     = aws_eks_addon.this["vpc-cni"].service_account_role_arn == null && aws_eks_addon.this["coredns"].service_account_role_arn == "arn:aws:iam::123456789012:role/coredns"
    error_message = "Only IRSA needs the role in the add-on."
  }
  assert {
    condition     = alltrue([for addon in aws_eks_addon.this : addon.resolve_conflicts_on_update == "OVERWRITE"])
    error_message = "Terraform's values must overwrite changes in the cluster."
  }
}

run "a_configuration_that_is_no_json_is_refused" {
  command = plan

  variables {
    addons = { vpc-cni = { configuration = "enableNetworkPolicy: true" } }
  }

  expect_failures = [var.addons]
}

run "a_version_that_is_no_eks_build_is_refused" {
  command = plan

  variables {
    addons = { vpc-cni = { version = "latest" } }
  }

  expect_failures = [var.addons]
}
