data "aws_region" "current" {}

locals {
  zone_names = sort(keys(var.zones))

  # Zones with a NAT gateway.
  nat_zones = var.nat_per_zone ? local.zone_names : [local.zone_names[0]]
}

# Zone names map to different data centres in each account. EKS puts no control plane into these:
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
      error_message = "zones must be of ${join(", ", data.aws_availability_zones.usable.names)}: in this account the others don't exist, or EKS supports no control plane in them."
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
  # Resources that need a public IP address request one.
  map_public_ip_on_launch = false

  tags = {
    Name = "${var.name}-public-${each.key}"
    # The AWS Load Balancer Controller puts internet-facing load balancers here.
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

# The default security group allows all traffic between its members, so its rules are removed.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-default-unused" }
}
