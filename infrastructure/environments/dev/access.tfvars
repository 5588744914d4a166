repository             = "owner/touchstone"
log_retention_days     = 14
archive_retention_days = 90
trail_lock             = { mode = "GOVERNANCE", days = 14 }
guardduty              = false
access_analyzer        = true
