# The security groups of the network diagram. Their rules refer to groups, not to addresses.
#
# Nodes do not have the group that EKS creates for its cluster: its members may reach every port of one another, so a judge
# node would reach all of the application. The rules between nodes and control plane are in roots/cluster, where that group is
# known.

locals {
  groups = {
    control_plane = "Kubernetes API: also from the bastion"
    alb           = "Load balancer: HTTP and HTTPS from anywhere"
    bastion       = "Bastion: SSH from listed addresses"
    application   = "EKS application nodes: from the load balancer, one another, and judges by port"
    judge         = "EKS judge nodes: kubelet only"
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
