# Not covered by the deployment on moto, which has no add-ons.

mock_provider "aws" {
  mock_data "aws_ssm_parameter" {
    defaults = {
      insecure_value = "{\"vpc_id\":\"vpc-1\",\"private_subnet_ids\":{\"us-east-1a\":\"subnet-1\",\"us-east-1b\":\"subnet-2\"},\"security_group_ids\":{\"control_plane\":\"sg-1\",\"application\":\"sg-2\",\"judge\":\"sg-3\"}}"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
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
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/pod"
    }
  }
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = {
      arn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1"
    }
  }
  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:kms:us-east-1:123456789012:key/1"
    }
  }
  mock_resource "aws_launch_template" {
    defaults = {
      id             = "lt-1"
      latest_version = 1
    }
  }
  mock_resource "aws_eks_cluster" {
    defaults = {
      identity   = [{ oidc = [{ issuer = "https://oidc.eks.us-east-1.amazonaws.com/id/1" }] }]
      vpc_config = { cluster_security_group_id = "sg-9" }
    }
  }
}

variables {
  addon_versions = {
    vpc-cni                         = "v1.20.0-eksbuild.1"
    kube-proxy                      = "v1.36.0-eksbuild.1"
    eks-pod-identity-agent          = "v1.3.8-eksbuild.1"
    eks-node-monitoring-agent       = "v1.4.0-eksbuild.1"
    coredns                         = "v1.12.4-eksbuild.1"
    aws-ebs-csi-driver              = "v1.50.0-eksbuild.1"
    amazon-cloudwatch-observability = "v4.5.0-eksbuild.1"
  }
  environment        = "dev"
  owner              = "platform-team"
  administrators     = ["role/platform-administrator"]
  log_retention_days = 14
  application_nodes  = { instance_types = ["t3.large"], size = { min = 1, max = 3, initial = 2 } }
  judge_nodes        = { instance_types = ["c6i.large"], size = { min = 0, max = 2, initial = 1 } }
}

run "pods_reach_the_internet_and_fit_into_their_subnets" {
  command = apply

  assert {
    condition     = jsondecode(module.network_addons.settings["vpc-cni"].configuration).env.AWS_VPC_K8S_CNI_EXTERNALSNAT == "true"
    error_message = "The node must not translate addresses: the network ACL would drop responses."
  }
  assert {
    condition     = tonumber(jsondecode(module.network_addons.settings["vpc-cni"].configuration).env.WARM_IP_TARGET) < 5
    error_message = "A node must not reserve all addresses of a network interface."
  }
  assert {
    condition     = jsondecode(module.network_addons.settings["vpc-cni"].configuration).enableNetworkPolicy == "true"
    error_message = "The add-on enforces network policies."
  }
  assert {
    condition     = alltrue([for addon in values(merge(module.network_addons.settings, module.workload_addons.settings)) : addon.irsa_role_arn == null])
    error_message = "Pods must use Pod Identity."
  }
}

run "nodes_and_control_plane_reach_only_what_they_need_of_each_other" {
  command = apply

  assert {
    condition     = { for kind, rule in aws_vpc_security_group_ingress_rule.api : kind => "${rule.security_group_id} ${rule.referenced_security_group_id} ${rule.from_port}" } == { application = "sg-9 sg-2 443", judge = "sg-9 sg-3 443" }
    error_message = "Nodes must reach the Kubernetes API."
  }
  assert {
    condition     = { for kind, rule in aws_vpc_security_group_ingress_rule.kubelet : kind => "${rule.security_group_id} ${rule.referenced_security_group_id} ${rule.from_port}" } == { application = "sg-2 sg-9 10250", judge = "sg-3 sg-9 10250" }
    error_message = "The control plane must reach the kubelets."
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.webhooks : rule.security_group_id == "sg-2" && rule.from_port == rule.to_port])
    error_message = "Webhooks run on application nodes only, at single ports."
  }
  assert {
    condition     = jsondecode(module.network_addons.settings["vpc-cni"].configuration).env.NETWORK_POLICY_ENFORCING_MODE == "strict"
    error_message = "A pod must be isolated from its first moment."
  }
}

run "add_ons_are_pinned" {
  command = apply

  assert {
    condition     = output.addon_versions == { for name, version in var.addon_versions : name => version }
    error_message = "Every add-on must have the given version."
  }
}

run "add_ons_that_float_are_reported" {
  command = apply

  variables {
    addon_versions = {}
  }

  expect_failures = [check.pinned_addons]
}

run "only_administrators_have_access_at_first" {
  command = apply

  assert {
    condition     = values(module.cluster_access.principal_arns) == ["arn:aws:iam::123456789012:role/platform-administrator"]
    error_message = "Nobody else must have an entry, and they must have one."
  }
}

run "a_cluster_without_an_administrator_is_refused" {
  command = plan

  variables {
    administrators = []
  }

  expect_failures = [var.administrators]
}

run "without_pod_identity_the_add_ons_have_their_roles" {
  command = apply

  variables {
    pod_identity     = false
    network_policies = "calico"
  }

  assert {
    condition     = [for name, addon in merge(module.network_addons.settings, module.workload_addons.settings) : name if addon.irsa_role_arn != null] == ["amazon-cloudwatch-observability", "aws-ebs-csi-driver", "vpc-cni"]
    error_message = "The add-ons must have their roles."
  }
  assert {
    condition     = jsondecode(module.network_addons.settings["vpc-cni"].configuration).enableNetworkPolicy == "false"
    error_message = "Calico enforces network policies instead."
  }
}
