output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "Address range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Availability zone to the id of its public subnet."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "private_subnet_ids" {
  description = "Availability zone to the id of its private subnet."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "nat_addresses" {
  description = "Public addresses from which the private subnets reach the internet."
  value       = [for address in aws_eip.nat : address.public_ip]
}

output "flow_log_group_name" {
  description = "Log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.name
}
