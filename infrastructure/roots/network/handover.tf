locals {
  handover = {
    vpc_id              = module.network.vpc_id
    vpc_cidr            = module.network.vpc_cidr
    public_subnet_ids   = module.network.public_subnet_ids
    private_subnet_ids  = module.network.private_subnet_ids
    security_group_ids  = module.security_groups.ids
    flow_log_group_name = module.network.flow_log_group_name
  }
}

# These values contain no secret: anyone with access to Parameter Store can read them.
resource "aws_ssm_parameter" "handover" {
  name           = "${local.handover_prefix}/network"
  description    = "Values of the root network for the roots after it."
  type           = "String"
  insecure_value = jsonencode(local.handover)
}
