output "bucket" {
  description = "Name of the bucket, for `terraform init -backend-config=bucket=…` of each root."
  value       = module.state.name
}
