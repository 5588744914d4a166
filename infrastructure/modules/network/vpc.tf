data "aws_region" "current" {}

locals {
  zone_names = sort(keys(var.zones))

  # The zones that get a NAT gateway.
  nat_zones = var.nat_per_zone ? local.zone_names : [local.zone_names[0]]
}

# Which letter is which data centre differs between accounts. These take no control plane of EKS:
# https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
data "aws_availability_zones" "usable" {
  state            = "available"
  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3"]
}

resource "aws_vpc" "this" {
  cidr_block           = var.vpc_cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }

  lifecycle {
    precondition {
      condition     = length(setsubtract(keys(var.zones), data.aws_availability_zones.usable.names)) == 0
      error_message = "zones must be of ${join(", ", data.aws_availability_zones.usable.names)}: in this account the others are not there, or EKS takes no control plane in them."
    }
  }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

resource "aws_subnet" "public" {
  for_each = var.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value.public_cidr
  # What needs a public address, asks for one.
  map_public_ip_on_launch = false

  tags = {
    Name = "${var.name}-public-${each.key}"
    # The AWS Load Balancer Controller puts internet-facing balancers here.
    "kubernetes.io/role/elb" = "1"
  }
}

resource "aws_subnet" "private" {
  for_each = var.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value.private_cidr

  tags = {
    Name                              = "${var.name}-private-${each.key}"
    "kubernetes.io/role/internal-elb" = "1"
  }
}

# The group that AWS makes with every VPC lets its members talk freely: it is emptied, not used.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-default-unused" }
}
