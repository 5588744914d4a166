repository             = "owner/touchstone"
log_retention_days     = 365
archive_retention_days = 1825
trail_lock             = { mode = "COMPLIANCE", days = 365 }
guardduty              = true
access_analyzer        = true
