module "bastion" {
  source = "../../modules/bastion"

  name = local.name
  # Without a key there is no SSH, so the instance is in a private subnet.
  subnet_id         = var.bastion_public_key == null ? values(local.network.private_subnet_ids)[0] : values(local.network.public_subnet_ids)[0]
  security_group_id = local.network.security_group_ids.bastion
  public_key        = var.bastion_public_key
  public_address    = var.bastion_public_key != null

  database = {
    resource_id = local.data.database_resource_id
    user        = "operator"
  }
}
