# The latest image of AWS for this version of Kubernetes: each apply brings its patches.
data "aws_ssm_parameter" "release" {
  count = var.release_version == null ? 1 : 0

  name = local.release_parameters[var.image]
}

locals {
  release_parameters = {
    AL2023_x86_64_STANDARD = "/aws/service/eks/optimized-ami/${var.kubernetes_version}/amazon-linux-2023/x86_64/standard/recommended/release_version"
    AL2023_ARM_64_STANDARD = "/aws/service/eks/optimized-ami/${var.kubernetes_version}/amazon-linux-2023/arm64/standard/recommended/release_version"
    BOTTLEROCKET_x86_64    = "/aws/service/bottlerocket/aws-k8s-${var.kubernetes_version}/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64    = "/aws/service/bottlerocket/aws-k8s-${var.kubernetes_version}/arm64/latest/image_version"
  }
}

resource "aws_eks_node_group" "this" {
  cluster_name    = var.cluster_name
  node_group_name = var.name
  version         = var.kubernetes_version
  release_version = try(coalesce(var.release_version, one(data.aws_ssm_parameter.release[*].insecure_value)), null)
  node_role_arn   = aws_iam_role.this.arn
  subnet_ids      = var.subnet_ids
  ami_type        = var.image
  capacity_type   = var.capacity
  instance_types  = var.instance_types
  labels          = var.labels

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  scaling_config {
    min_size     = var.size.min
    max_size     = var.size.max
    desired_size = var.size.initial
  }

  update_config {
    max_unavailable_percentage = 33
  }

  # EKS replaces a node that is not ready any more, or whose monitoring agent reports a fault.
  node_repair_config {
    enabled = true
  }

  dynamic "taint" {
    for_each = var.taints
    content {
      key    = taint.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  lifecycle {
    # After creation, the autoscaler sets the number of nodes.
    ignore_changes = [scaling_config[0].desired_size]
  }

  depends_on = [aws_iam_role_policy_attachment.this]
}
