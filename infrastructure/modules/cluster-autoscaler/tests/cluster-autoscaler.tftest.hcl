mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name         = "touchstone-test"
  cluster_name = "eks-1"
}

run "only_groups_of_the_cluster_are_scaled" {
  command = plan

  assert {
    condition = [for statement in data.aws_iam_policy_document.scale.statement : one(statement.condition).variable if statement.sid == "ScaleOwn"] == [
      "aws:ResourceTag/k8s.io/cluster-autoscaler/eks-1"
    ]
    error_message = "Scaling must require the tag of this cluster."
  }
  assert {
    condition = alltrue(flatten([
      for statement in data.aws_iam_policy_document.scale.statement : [
        for action in statement.actions : can(regex(":(Describe|Get)", action)) || statement.sid == "ScaleOwn"
      ]
    ]))
    error_message = "All other actions must be read-only."
  }
}
