module "github_actions" {
  source = "../../modules/github-actions"

  name                 = local.name
  environment          = var.environment
  repository           = var.repository
  create_provider      = var.create_github_provider
  static_user          = var.static_user
  state_bucket         = "${local.name}-state-${local.account}"
  cluster_arn          = local.cluster.cluster_arn
  permissions_boundary = local.permissions_boundary
  trail_arns           = module.audit.protected_arns
  repository_arns      = values(local.cluster.repository_arns)
  regions              = [var.region, var.replica_region]
}

# Whoever deploys administers the platform's two namespaces. The objects that belong to no namespace are in the reach of the
# group, whose role an administrator creates once (docs/operations.md).
module "deployer_access" {
  source = "../../modules/cluster-access"

  cluster_name = local.cluster.cluster_name
  entries = {
    deploy = {
      principal_arn = module.github_actions.role_arns.deploy
      policy        = "admin"
      namespaces    = [local.namespace, "${local.namespace}-judges"]
      groups        = ["touchstone-deployers"]
    }
  }
}
