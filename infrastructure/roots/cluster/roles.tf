# One role for each controller in the cluster. The roles of the platform's own pods are in the root access.

module "vpc_cni_role" {
  source = "../../modules/pod-role"

  name                 = "${local.name}-vpc-cni"
  cluster_name         = module.cluster.name
  namespace            = "kube-system"
  service_account      = "aws-node"
  irsa                 = local.irsa
  managed_policy_arns  = { cni = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" }
  permissions_boundary = local.permissions_boundary
}

module "ebs_csi_role" {
  source = "../../modules/pod-role"

  name            = "${local.name}-ebs-csi"
  cluster_name    = module.cluster.name
  namespace       = "kube-system"
  service_account = "ebs-csi-controller-sa"
  irsa            = local.irsa
  # Published in April 2026; the first version allowed the driver to change every volume of the account.
  managed_policy_arns  = { ebs = "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" }
  permissions_boundary = local.permissions_boundary
}

module "cloudwatch_role" {
  source = "../../modules/pod-role"
  count  = var.container_insights ? 1 : 0

  name                 = "${local.name}-cloudwatch-agent"
  cluster_name         = module.cluster.name
  namespace            = "amazon-cloudwatch"
  service_account      = "cloudwatch-agent"
  irsa                 = local.irsa
  managed_policy_arns  = { cloudwatch = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy" }
  permissions_boundary = local.permissions_boundary
}

module "load_balancer_controller" {
  source = "../../modules/load-balancer-controller"

  name                 = local.name
  cluster_name         = module.cluster.name
  vpc_id               = local.network.vpc_id
  irsa                 = local.irsa
  permissions_boundary = local.permissions_boundary
}

module "cluster_autoscaler" {
  source = "../../modules/cluster-autoscaler"

  name                 = local.name
  cluster_name         = module.cluster.name
  irsa                 = local.irsa
  permissions_boundary = local.permissions_boundary
}
