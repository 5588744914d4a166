output "handover" {
  description = "What the other roots read: VPC, subnets by zone, security groups by name."
  value       = local.handover
}

output "nat_addresses" {
  description = "Public addresses from which the private subnets reach the internet, for others' allow lists."
  value       = module.network.nat_addresses
}
