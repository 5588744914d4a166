module "application_nodes" {
  source = "../../modules/node-group"

  name               = "${local.name}-application"
  cluster_name       = module.network_addons.cluster_name
  kubernetes_version = var.kubernetes_version
  release_version    = var.node_release
  subnet_ids         = local.private_subnet_ids
  security_group_ids = [local.network.security_group_ids.application]
  image              = var.application_nodes.image
  instance_types     = var.application_nodes.instance_types
  capacity           = var.application_nodes.capacity
  size               = var.application_nodes.size
  volume_gib         = var.application_nodes.volume_gib
  # Controllers' pods, one hop behind the node, read region and zone from the metadata service.
  metadata_hop_limit   = 2
  labels               = { "touchstone.dev/pool" = "application" }
  permissions_boundary = local.permissions_boundary
}

module "judge_nodes" {
  source = "../../modules/node-group"

  name               = "${local.name}-judge"
  cluster_name       = module.network_addons.cluster_name
  kubernetes_version = var.kubernetes_version
  release_version    = var.node_release
  subnet_ids         = local.private_subnet_ids
  security_group_ids = [local.network.security_group_ids.judge]
  instance_types     = var.judge_nodes.instance_types
  capacity           = var.judge_nodes.capacity
  size               = var.judge_nodes.size
  volume_gib         = var.judge_nodes.volume_gib
  # Code that escapes from the sandbox into its pod still can't get the node's credentials.
  metadata_hop_limit   = 1
  exclusive_cpus       = true
  labels               = { "touchstone.dev/pool" = "judge" }
  taints               = { "touchstone.dev/judge" = { value = "true" } }
  permissions_boundary = local.permissions_boundary
}
