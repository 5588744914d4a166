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
  mock_data "aws_eks_addon_version" {
    defaults = {
      version = "v1.20.4-eksbuild.1"
    }
  }
}

run "the_example_can_be_planned" {
  command = plan

  assert {
    condition     = length(module.network.private_subnet_ids) == 2 && module.network_addons.versions["vpc-cni"] == "v1.20.4-eksbuild.1"
    error_message = "Two zones, two private subnets, and a network for pods."
  }
}
