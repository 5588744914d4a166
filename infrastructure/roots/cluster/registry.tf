module "registry" {
  source = "../../modules/registry"

  name         = local.name
  repositories = var.images
  kept_builds  = var.kept_builds
}
