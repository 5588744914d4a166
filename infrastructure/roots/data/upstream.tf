# Values of the root network.

data "aws_ssm_parameter" "network" {
  name = "${local.handover_prefix}/network"
}

locals {
  network = jsondecode(data.aws_ssm_parameter.network.insecure_value)
}
