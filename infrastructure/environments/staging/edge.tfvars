# Placeholders of the reserved domain example: use your own.
zone_name          = "staging.touchstone.example"
create_zone        = true
domain_name        = "staging.touchstone.example"
price_class        = "PriceClass_100"
fast_health_checks = false
log_retention_days = 30
request_log_days   = 30
keep_request_logs  = false
