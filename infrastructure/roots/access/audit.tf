module "audit" {
  source = "../../modules/audit"

  name                   = local.name
  log_retention_days     = var.log_retention_days
  archive_retention_days = var.archive_retention_days
  access_analyzer        = var.access_analyzer
  guardduty              = { enabled = var.guardduty }
}
