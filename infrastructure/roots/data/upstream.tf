# Values of the root network.

data "aws_ssm_parameter" "network" {
  name = "${local.handover_prefix}/network"
}

data "aws_caller_identity" "current" {}

locals {
  network = jsondecode(data.aws_ssm_parameter.network.insecure_value)
  account = data.aws_caller_identity.current.account_id
}
