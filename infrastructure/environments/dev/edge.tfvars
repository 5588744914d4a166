# Placeholders of the reserved domain example: use your own.
zone_name          = "dev.touchstone.example"
create_zone        = true
domain_name        = "dev.touchstone.example"
price_class        = "PriceClass_100"
fast_health_checks = false
log_retention_days = 14
request_log_days   = 14
keep_request_logs  = false
