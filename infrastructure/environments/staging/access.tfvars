repository             = "owner/touchstone"
log_retention_days     = 30
archive_retention_days = 180
guardduty              = false
access_analyzer        = true
