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
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/touchstone-test-load-balancer-controller"
    }
  }
}

variables {
  name         = "touchstone-test"
  cluster_name = "eks-1"
  vpc_id       = "vpc-0123456789abcdef0"
}

run "the_vpc_is_passed_to_the_controller" {
  command = apply

  assert {
    condition     = output.helm_values.vpcId == "vpc-0123456789abcdef0" && output.helm_values.clusterName == "eks-1" && output.helm_values.region == "us-east-1"
    error_message = "The chart's values must contain VPC, cluster and region."
  }
  assert {
    condition     = length(output.helm_values.serviceAccount.annotations) == 0
    error_message = "Pod Identity needs no annotation."
  }
}

run "with_irsa_the_service_account_is_annotated" {
  command = apply

  variables {
    irsa = {
      provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1"
      issuer       = "oidc.example/id/1"
    }
  }

  assert {
    condition     = output.helm_values.serviceAccount.annotations["eks.amazonaws.com/role-arn"] == output.role_arn
    error_message = "The service account must have the role's ARN."
  }
}

run "the_controller_deletes_and_modifies_only_its_own_resources" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for statement in concat(data.aws_iam_policy_document.load_balancers.statement, data.aws_iam_policy_document.security_groups.statement) : [
        for action in statement.actions : anytrue([
          for condition in statement.condition : strcontains(condition.variable, "elbv2.k8s.aws/cluster")
        ]) if can(regex("DeleteLoadBalancer|DeleteTargetGroup|ModifyLoadBalancer|ModifyTargetGroup|DeleteSecurityGroup", action))
      ]
    ]))
    error_message = "Deleting and modifying must require the controller's tag."
  }
  assert {
    condition = length(setsubtract(
      ["elasticloadbalancing:SetRulePriorities", "elasticloadbalancing:ModifyIpPools", "ec2:GetSecurityGroupsForVpc", "elasticloadbalancing:DescribeListenerAttributes", "ec2:DescribeRouteTables"],
      flatten([for statement in concat(data.aws_iam_policy_document.load_balancers.statement, data.aws_iam_policy_document.read.statement) : tolist(statement.actions)]),
    )) == 0
    error_message = "The permissions that versions since 2.8 need must be there."
  }
}

run "an_invalid_vpc_id_is_refused" {
  command = plan

  variables {
    vpc_id = "eks-1"
  }

  expect_failures = [var.vpc_id]
}
