# A group without a rule here allows nothing outbound: the cache never opens a connection, the database only during a migration.

resource "aws_vpc_security_group_egress_rule" "alb" {
  for_each = var.application_ports

  security_group_id            = aws_security_group.this["alb"].id
  description                  = "${each.key} of the application nodes"
  referenced_security_group_id = aws_security_group.this["application"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to
}

resource "aws_vpc_security_group_egress_rule" "migration" {
  for_each = { for port in var.migration_ports : tostring(port) => port }

  security_group_id            = aws_security_group.this["database"].id
  description                  = "Migration through the bastion"
  referenced_security_group_id = aws_security_group.this["bastion"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_egress_rule" "bastion_database" {
  security_group_id            = aws_security_group.this["bastion"].id
  description                  = "PostgreSQL"
  referenced_security_group_id = aws_security_group.this["database"].id
  ip_protocol                  = "tcp"
  from_port                    = var.database_port
  to_port                      = var.database_port
}

# Session Manager, package updates, images and AWS APIs. Network policies in the cluster limit single pods; a security
# group applies to whole nodes.
resource "aws_vpc_security_group_egress_rule" "https" {
  for_each = toset(["bastion", "application", "judge"])

  security_group_id = aws_security_group.this[each.key].id
  description       = "HTTPS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "application_mail" {
  security_group_id = aws_security_group.this["application"].id
  description       = "Mail submission"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 587
  to_port           = 587
}

resource "aws_vpc_security_group_egress_rule" "application_data" {
  for_each = { database = var.database_port, cache = var.cache_port }

  security_group_id            = aws_security_group.this["application"].id
  description                  = each.key
  referenced_security_group_id = aws_security_group.this[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_egress_rule" "application_nodes" {
  security_group_id            = aws_security_group.this["application"].id
  description                  = "Other application nodes"
  referenced_security_group_id = aws_security_group.this["application"].id
  ip_protocol                  = "-1"
}

resource "aws_vpc_security_group_egress_rule" "judge" {
  for_each = var.judge_ports

  security_group_id            = aws_security_group.this["judge"].id
  description                  = each.key
  referenced_security_group_id = aws_security_group.this["application"].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
}
