module "role" {
  source = "../pod-role"

  name                 = "${var.name}-load-balancer-controller"
  cluster_name         = var.cluster_name
  namespace            = var.namespace
  service_account      = var.service_account
  irsa                 = var.irsa
  permissions_boundary = var.permissions_boundary

  policies = {
    load-balancers  = data.aws_iam_policy_document.load_balancers.json
    security-groups = data.aws_iam_policy_document.security_groups.json
    read            = data.aws_iam_policy_document.read.json
  }
}

data "aws_region" "current" {}
