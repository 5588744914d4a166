repository             = "owner/touchstone"
log_retention_days     = 30
archive_retention_days = 180
trail_lock             = { mode = "GOVERNANCE", days = 30 }
guardduty              = false
access_analyzer        = true
