locals {
  bastion_keys = var.bastion_public_key == null ? [] : split("\n", trimspace(var.bastion_public_key))
}

module "bastion" {
  source = "../../modules/bastion"

  name = local.name
  # Without a key there is no SSH, so the instance is in a private subnet.
  subnet_id         = length(local.bastion_keys) == 0 ? values(local.network.private_subnet_ids)[0] : values(local.network.public_subnet_ids)[0]
  security_group_id = local.network.security_group_ids.bastion
  public_keys       = local.bastion_keys
  public_address    = length(local.bastion_keys) > 0
  listen            = var.migration_ports

  destinations = concat(
    [for host in [local.data.database_address, local.data.replica_address] : "${host}:${local.data.database_port}" if host != null],
    ["${trimsuffix(trimprefix(local.cluster.cluster_endpoint, "https://"), "/")}:443"],
  )

  database = {
    resource_id = local.data.database_resource_id
    user        = "operator"
  }
  permissions_boundary = local.permissions_boundary
}
