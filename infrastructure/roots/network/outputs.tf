output "handover" {
  description = "Values for the other roots: VPC, subnets by zone, security groups by name."
  value       = local.handover
}

output "nat_addresses" {
  description = "Public IP addresses of the NAT gateways, for allow lists of other parties."
  value       = module.network.nat_addresses
}
