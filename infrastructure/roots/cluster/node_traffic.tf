# What the control plane and the nodes need of each other, and no more. The group that EKS creates for the cluster is that of
# the control plane only: nodes with it would reach every port of one another.

locals {
  node_security_groups = { for kind in ["application", "judge"] : kind => local.network.security_group_ids[kind] }

  # Ports of the pods that the Kubernetes API calls: webhooks of controllers, metrics-server, KEDA.
  webhook_ports = toset(["4443", "6443", "8443", "9443", "10251"])
}

resource "aws_vpc_security_group_ingress_rule" "api" {
  for_each = local.node_security_groups

  security_group_id            = module.cluster.security_group_id
  description                  = "Kubernetes API from ${each.key} nodes"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_ingress_rule" "kubelet" {
  for_each = local.node_security_groups

  security_group_id            = each.value
  description                  = "Kubelet from the control plane"
  referenced_security_group_id = module.cluster.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}

resource "aws_vpc_security_group_ingress_rule" "webhooks" {
  for_each = local.webhook_ports

  security_group_id            = local.network.security_group_ids.application
  description                  = "Controllers from the control plane"
  referenced_security_group_id = module.cluster.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.key
  to_port                      = each.key
}

# metrics-server runs on an application node and asks every kubelet.
resource "aws_vpc_security_group_ingress_rule" "judge_metrics" {
  security_group_id            = local.network.security_group_ids.judge
  description                  = "Kubelet from metrics-server"
  referenced_security_group_id = local.network.security_group_ids.application
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}

resource "aws_vpc_security_group_egress_rule" "judge_metrics" {
  security_group_id            = local.network.security_group_ids.application
  description                  = "Kubelets of judge nodes"
  referenced_security_group_id = local.network.security_group_ids.judge
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}
