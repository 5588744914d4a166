# Applied by an administrator, so that the workflows' apply role, which can create roles only with this boundary, has to
# find it.

module "boundary" {
  source = "../modules/permissions-boundary"

  name = local.name
}
