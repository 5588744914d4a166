# Placeholders of the reserved domain example: use your own.
emails          = { critical = [], warning = ["platform-team@touchstone.example"] }
monthly_limit   = 350
database_limits = { connections = 70, free_storage_gib = 2, free_memory_mib = 64 }
