# Placeholders of the reserved domain example: use your own.
zone_name          = "touchstone.example"
create_zone        = true
domain_name        = "touchstone.example"
price_class        = "PriceClass_All"
fast_health_checks = true
log_retention_days = 365
request_log_days   = 365
keep_request_logs  = true
