mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/touchstone-test-exercises"
    }
  }
}

variables {
  name            = "touchstone-test-exercises"
  cluster_name    = "eks-1"
  namespace       = "dev"
  service_account = "exercises"
}

run "pods_assume_the_role_through_pod_identity" {
  command = apply

  assert {
    condition     = data.aws_iam_policy_document.pod_identity.statement[0].principals == toset([{ type = "Service", identifiers = toset(["pods.eks.amazonaws.com"]) }])
    error_message = "Pod Identity must be able to assume the role."
  }
  assert {
    condition     = one(data.aws_iam_policy_document.pod_identity.statement[0].condition).values == tolist(["123456789012"])
    error_message = "The trust policy must be limited to clusters of this account."
  }
  assert {
    condition     = aws_eks_pod_identity_association.this[0].service_account == "exercises" && aws_eks_pod_identity_association.this[0].namespace == "dev" && aws_eks_pod_identity_association.this[0].cluster_name == "eks-1"
    error_message = "The association must have cluster, namespace and service account."
  }
  assert {
    condition     = length(aws_iam_role_policy.this) == 0 && length(aws_iam_role_policy_attachment.this) == 0
    error_message = "The role must have no permissions by default."
  }
}

run "irsa_names_the_service_account_in_the_trust_policy" {
  command = plan

  variables {
    irsa = {
      provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1"
      issuer       = "oidc.eks.us-east-1.amazonaws.com/id/1"
    }
  }

  assert {
    condition = toset([for condition in data.aws_iam_policy_document.irsa[0].statement[0].condition : "${condition.variable} ${one(condition.values)}"]) == toset([
      "oidc.eks.us-east-1.amazonaws.com/id/1:sub system:serviceaccount:dev:exercises",
      "oidc.eks.us-east-1.amazonaws.com/id/1:aud sts.amazonaws.com",
    ])
    error_message = "Subject and audience must be fixed."
  }
  assert {
    condition     = length(aws_eks_pod_identity_association.this) == 0
    error_message = "There must be no association with Pod Identity."
  }
}

run "policies_are_given_by_name" {
  command = plan

  variables {
    policies            = { objects = "{}" }
    managed_policy_arns = { ebs = "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy" }
  }

  assert {
    condition     = aws_iam_role_policy.this["objects"].policy == "{}" && aws_iam_role_policy_attachment.this["ebs"].policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"
    error_message = "Each policy must have its name."
  }
}

run "an_issuer_with_its_scheme_is_refused" {
  command = plan

  variables {
    irsa = {
      provider_arn = "arn:aws:iam::123456789012:oidc-provider/x"
      issuer       = "https://oidc.eks.us-east-1.amazonaws.com/id/1"
    }
  }

  expect_failures = [var.irsa]
}

run "a_name_that_iam_rejects_is_refused" {
  command = plan

  variables {
    name = "touchstone-test-a-name-that-is-longer-than-the-sixty-four-letters-of-iam"
  }

  expect_failures = [var.name]
}
