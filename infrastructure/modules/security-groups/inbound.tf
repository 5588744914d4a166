resource "aws_vpc_security_group_ingress_rule" "alb" {
  for_each = { http = 80, https = 443 }

  security_group_id = aws_security_group.this["alb"].id
  description       = "${each.key} from anywhere; http only redirects"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

resource "aws_vpc_security_group_ingress_rule" "bastion" {
  for_each = toset(var.ssh_cidrs)

  security_group_id = aws_security_group.this["bastion"].id
  description       = "SSH from a listed range"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

# The other end of an operator's tunnel, through which the database follows another one.
resource "aws_vpc_security_group_ingress_rule" "migration" {
  for_each = { for port in var.migration_ports : tostring(port) => port }

  security_group_id            = aws_security_group.this["bastion"].id
  description                  = "Migration from the database"
  referenced_security_group_id = aws_security_group.this["database"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_ingress_rule" "application" {
  for_each = var.application_ports

  security_group_id            = aws_security_group.this["application"].id
  description                  = "${each.key} from the load balancer"
  referenced_security_group_id = aws_security_group.this["alb"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to
}

# Pods on different nodes; network policies in the cluster limit single pods.
resource "aws_vpc_security_group_ingress_rule" "application_nodes" {
  security_group_id            = aws_security_group.this["application"].id
  description                  = "Other application nodes"
  referenced_security_group_id = aws_security_group.this["application"].id
  ip_protocol                  = "-1"
}

# A judge asks for names and for work, and reaches nothing else of the application.
resource "aws_vpc_security_group_ingress_rule" "judge" {
  for_each = var.judge_ports

  security_group_id            = aws_security_group.this["application"].id
  description                  = "${each.key} for judges"
  referenced_security_group_id = aws_security_group.this["judge"].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  for_each = toset(["application", "bastion"])

  security_group_id            = aws_security_group.this["database"].id
  description                  = "PostgreSQL from ${each.key}"
  referenced_security_group_id = aws_security_group.this[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = var.database_port
  to_port                      = var.database_port
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id            = aws_security_group.this["cache"].id
  description                  = "Valkey from application"
  referenced_security_group_id = aws_security_group.this["application"].id
  ip_protocol                  = "tcp"
  from_port                    = var.cache_port
  to_port                      = var.cache_port
}

# Nodes reach the API through the group that EKS creates (roots/cluster); this rule is for operators on the bastion.
resource "aws_vpc_security_group_ingress_rule" "control_plane" {
  security_group_id            = aws_security_group.this["control_plane"].id
  description                  = "Kubernetes API from bastion"
  referenced_security_group_id = aws_security_group.this["bastion"].id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
