module "github_actions" {
  source = "../../modules/github-actions"

  name            = local.name
  environment     = var.environment
  repository      = var.repository
  create_provider = var.create_github_provider
  static_user     = var.static_user
  state_bucket    = "${local.name}-state-${local.account}"
  repository_arns = values(local.cluster.repository_arns)
  regions         = [var.region, var.replica_region]
}
