module "role" {
  source = "../pod-role"

  name                 = "${var.name}-cluster-autoscaler"
  cluster_name         = var.cluster_name
  namespace            = var.namespace
  service_account      = var.service_account
  irsa                 = var.irsa
  permissions_boundary = var.permissions_boundary
  policies             = { scale = data.aws_iam_policy_document.scale.json }
}

data "aws_iam_policy_document" "scale" {
  # Needed to find out the size, labels and taints of a new node, also for a group that has no node now.
  statement {
    sid = "Describe"
    actions = [
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeLaunchConfigurations",
      "autoscaling:DescribeScalingActivities",
      "autoscaling:DescribeTags",
      "ec2:DescribeImages",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:GetInstanceTypesFromInstanceRequirements",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "DescribeNodeGroups"
    actions   = ["eks:DescribeNodegroup"]
    resources = ["arn:aws:eks:*:*:nodegroup/${var.cluster_name}/*/*"]
  }

  # EKS adds this tag to the Auto Scaling groups of its node groups.
  statement {
    sid       = "ScaleOwn"
    actions   = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}"
      values   = ["owned"]
    }
  }
}
