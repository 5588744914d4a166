resource "aws_eks_cluster" "this" {
  name     = var.cluster_name
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  enabled_cluster_log_types = var.log_types

  # The module addons installs the network add-ons, with their own versions and permissions.
  bootstrap_self_managed_addons = false

  vpc_config {
    subnet_ids              = var.subnet_ids
    security_group_ids      = var.security_group_ids
    endpoint_private_access = true
    endpoint_public_access  = length(var.public_access_cidrs) > 0
    public_access_cidrs     = length(var.public_access_cidrs) > 0 ? var.public_access_cidrs : null
  }

  access_config {
    # Access entries only: the aws-auth config map can lock everyone out and changes to it are not audited.
    authentication_mode = "API"
    # Whoever creates the cluster gets no access that no entry shows (module cluster-access).
    bootstrap_cluster_creator_admin_permissions = false
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.secrets.arn
    }
  }

  upgrade_policy {
    # When standard support of a version ends, EKS upgrades the cluster instead of charging six times the price.
    support_type = "STANDARD"
  }

  # Create the log group first, or EKS creates one that never expires.
  depends_on = [
    aws_cloudwatch_log_group.cluster,
    aws_iam_role_policy_attachment.cluster,
    aws_iam_role_policy.secrets_key,
  ]
}

resource "aws_cloudwatch_log_group" "cluster" {
  name              = "/aws/eks/${var.cluster_name}/cluster"
  retention_in_days = var.log_retention_days
}

resource "aws_kms_key" "secrets" {
  description             = "Kubernetes secrets of ${var.cluster_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "secrets" {
  name          = "alias/${var.name}-${var.cluster_name}-secrets"
  target_key_id = aws_kms_key.secrets.key_id
}
