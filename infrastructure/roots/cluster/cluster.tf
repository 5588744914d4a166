data "aws_ssm_parameter" "network" {
  name = "${local.handover_prefix}/network"
}

locals {
  network = jsondecode(data.aws_ssm_parameter.network.insecure_value)

  private_subnet_ids = values(local.network.private_subnet_ids)

  # For the modules that create roles of pods.
  irsa = var.pod_identity ? null : {
    provider_arn = module.cluster.oidc_provider_arn
    issuer       = module.cluster.oidc_issuer
  }
}

module "cluster" {
  source = "../../modules/cluster"

  name                 = local.name
  cluster_name         = var.cluster_name
  kubernetes_version   = var.kubernetes_version
  subnet_ids           = local.private_subnet_ids
  security_group_ids   = [local.network.security_group_ids.control_plane]
  public_access_cidrs  = var.public_access_cidrs
  log_retention_days   = var.log_retention_days
  permissions_boundary = local.permissions_boundary
}

module "cluster_access" {
  source = "../../modules/cluster-access"

  cluster_name = module.cluster.name
  entries = merge(
    { for principal in var.administrators : principal => {
      principal_arn = "arn:aws:iam::${local.account}:${principal}"
      policy        = "cluster-admin"
    } },
    var.access_entries,
  )
}
