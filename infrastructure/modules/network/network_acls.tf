# Network ACLs are stateless: each rule is for one direction, and responses need their own rule. They are the
# coarse first layer; the security groups behind them are the exact one.
#
# Responses arrive at the client's ephemeral port: Linux uses 32768 and above, a NAT gateway and a load balancer use
# 1024 and above. So the private subnets accept no connection to 5432, 6379 or 5001 to 5003 from outside the VPC, even
# at this layer.

locals {
  anywhere = "0.0.0.0/0"

  # "Fragmentation needed", type 3 and code 4: without it a connection over a path with a smaller MTU hangs at its first large
  # packet.
  path_mtu = { number = 140, protocol = "icmp", cidr = local.anywhere, from = 0, to = 0 }

  public_inbound = concat(
    [
      { number = 100, protocol = "-1", cidr = var.vpc_cidr, from = 0, to = 0 },
      { number = 110, protocol = "tcp", cidr = local.anywhere, from = 80, to = 80 },
      { number = 120, protocol = "tcp", cidr = local.anywhere, from = 443, to = 443 },
      { number = 130, protocol = "tcp", cidr = local.anywhere, from = 1024, to = 65535 },
      local.path_mtu,
    ],
    [for index, cidr in var.ssh_cidrs : { number = 200 + index, protocol = "tcp", cidr = cidr, from = 22, to = 22 }],
  )

  public_outbound = [
    { number = 100, protocol = "-1", cidr = var.vpc_cidr, from = 0, to = 0 },
    { number = 110, protocol = "tcp", cidr = local.anywhere, from = 80, to = 80 },
    { number = 120, protocol = "tcp", cidr = local.anywhere, from = 443, to = 443 },
    # Responses to browsers and SSH clients; the range includes 587, the port of mail submission.
    { number = 130, protocol = "tcp", cidr = local.anywhere, from = 587, to = 65535 },
    local.path_mtu,
  ]

  private_inbound = [
    { number = 100, protocol = "-1", cidr = var.vpc_cidr, from = 0, to = 0 },
    { number = 110, protocol = "tcp", cidr = local.anywhere, from = 32768, to = 65535 },
    local.path_mtu,
  ]

  private_outbound = [
    { number = 100, protocol = "-1", cidr = var.vpc_cidr, from = 0, to = 0 },
    { number = 110, protocol = "tcp", cidr = local.anywhere, from = 80, to = 80 },
    { number = 120, protocol = "tcp", cidr = local.anywhere, from = 443, to = 443 },
    { number = 130, protocol = "tcp", cidr = local.anywhere, from = 587, to = 587 },
    local.path_mtu,
  ]

  network_acls = {
    public  = { subnets = aws_subnet.public, inbound = local.public_inbound, outbound = local.public_outbound }
    private = { subnets = aws_subnet.private, inbound = local.private_inbound, outbound = local.private_outbound }
  }
}

resource "aws_network_acl" "this" {
  for_each = local.network_acls

  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in each.value.subnets : subnet.id]

  dynamic "ingress" {
    for_each = each.value.inbound
    content {
      rule_no    = ingress.value.number
      action     = "allow"
      protocol   = ingress.value.protocol
      cidr_block = ingress.value.cidr
      from_port  = ingress.value.from
      to_port    = ingress.value.to
      icmp_type  = ingress.value.protocol == "icmp" ? 3 : null
      icmp_code  = ingress.value.protocol == "icmp" ? 4 : null
    }
  }

  dynamic "egress" {
    for_each = each.value.outbound
    content {
      rule_no    = egress.value.number
      action     = "allow"
      protocol   = egress.value.protocol
      cidr_block = egress.value.cidr
      from_port  = egress.value.from
      to_port    = egress.value.to
      icmp_type  = egress.value.protocol == "icmp" ? 3 : null
      icmp_code  = egress.value.protocol == "icmp" ? 4 : null
    }
  }

  tags = { Name = "${var.name}-${each.key}" }
}
