# The groups of the network diagram. Each names who may talk to whom by group, not by address.
#
# Nodes also carry the group that EKS makes for its cluster, by which they talk with one another and with
# the control plane. Judge nodes carry only that one and `judge`, so that no rule lets them to the database.

locals {
  groups = {
    control_plane = "Kubernetes API: from the bastion too"
    alb           = "Load balancer: web from anywhere"
    bastion       = "Bastion: SSH from listed addresses"
    application   = "EKS application nodes: from the load balancer only"
    judge         = "EKS judge nodes: nothing comes in"
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
