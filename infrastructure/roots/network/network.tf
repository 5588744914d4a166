module "network" {
  source = "../../modules/network"

  name                    = local.name
  vpc_cidr                = var.vpc_cidr
  zones                   = var.zones
  nat_per_zone            = var.nat_per_zone
  ssh_cidrs               = var.ssh_cidrs
  interface_endpoints     = var.interface_endpoints
  endpoints_in_every_zone = var.endpoints_in_every_zone
  flow_log_retention_days = var.flow_log_retention_days
  permissions_boundary    = local.permissions_boundary
}

module "security_groups" {
  source = "../../modules/security-groups"

  name      = local.name
  vpc_id    = module.network.vpc_id
  ssh_cidrs = var.ssh_cidrs

  migration_ports = var.migration_ports
}
