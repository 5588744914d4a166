mock_provider "aws" {}

variables {
  cluster_name = "eks-1"
  entries = {
    operators = { principal_arn = "arn:aws:iam::123456789012:role/operators", policy = "cluster-admin" }
    teachers  = { principal_arn = "arn:aws:iam::123456789012:role/teachers", policy = "view", namespaces = ["dev"] }
    deployers = { principal_arn = "arn:aws:iam::123456789012:role/deployers", policy = "admin", namespaces = ["dev"], groups = ["deployers"] }
  }
}

run "entries_give_access" {
  command = plan

  assert {
    condition     = aws_eks_access_policy_association.this["operators"].policy_arn == "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" && aws_eks_access_policy_association.this["operators"].access_scope[0].type == "cluster"
    error_message = "Operators administer the whole cluster."
  }
  assert {
    condition     = aws_eks_access_policy_association.this["teachers"].access_scope[0].type == "namespace" && aws_eks_access_policy_association.this["teachers"].access_scope[0].namespaces == toset(["dev"])
    error_message = "Teachers must have access to their namespace only."
  }
  assert {
    condition     = aws_eks_access_entry.this["deployers"].kubernetes_groups == toset(["deployers"])
    error_message = "The group must be set."
  }
}

run "an_unknown_policy_is_refused" {
  command = plan

  variables {
    entries = {
      operators = { principal_arn = "arn:aws:iam::123456789012:role/operators", policy = "root" }
    }
  }

  expect_failures = [var.entries]
}

run "cluster_admin_of_a_namespace_is_refused" {
  command = plan

  variables {
    entries = {
      operators = { principal_arn = "arn:aws:iam::123456789012:role/operators", policy = "cluster-admin", namespaces = ["dev"] }
    }
  }

  expect_failures = [var.entries]
}

run "a_group_of_kubernetes_is_refused" {
  command = plan

  variables {
    entries = {
      operators = { principal_arn = "arn:aws:iam::123456789012:role/operators", policy = "view", groups = ["system:masters"] }
    }
  }

  expect_failures = [var.entries]
}
