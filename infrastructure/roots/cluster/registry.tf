module "registry" {
  source = "../../modules/registry"

  name         = local.name
  repositories = var.images
}
