# Placeholders of the reserved domain example: use your own.
emails          = { critical = ["on-call@touchstone.example"], warning = ["platform-team@touchstone.example"] }
monthly_limit   = 1600
database_limits = { connections = 750, free_storage_gib = 10, free_memory_mib = 512 }
