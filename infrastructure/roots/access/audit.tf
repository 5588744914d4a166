module "audit" {
  source = "../../modules/audit"

  name                   = local.name
  log_retention_days     = var.log_retention_days
  archive_retention_days = var.archive_retention_days
  lock                   = var.trail_lock
  access_analyzer        = var.access_analyzer
  guardduty              = { enabled = var.guardduty }
  permissions_boundary   = local.permissions_boundary
}
