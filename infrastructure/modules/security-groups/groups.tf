# The security groups of the network diagram. Their rules refer to groups, not to addresses.
#
# Nodes also have the group that EKS creates for its cluster, for traffic between them and with the control plane.
# Judge nodes have only that one and `judge`, so no rule allows them to reach the database.

locals {
  groups = {
    control_plane = "Kubernetes API: also from the bastion"
    alb           = "Load balancer: HTTP and HTTPS from anywhere"
    bastion       = "Bastion: SSH from listed addresses"
    application   = "EKS application nodes: from the load balancer only"
    judge         = "EKS judge nodes: no inbound traffic"
    database      = "PostgreSQL: from application nodes and bastion"
    cache         = "Valkey: from application nodes"
  }
}

resource "aws_security_group" "this" {
  for_each = local.groups

  name        = "${var.name}-${each.key}"
  description = each.value
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-${each.key}" }
}
