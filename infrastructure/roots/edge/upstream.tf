# Values of the roots applied before this one.

data "aws_ssm_parameter" "handover" {
  for_each = toset(["network", "cluster", "data"])

  name = "${local.handover_prefix}/${each.key}"
}

locals {
  network = jsondecode(data.aws_ssm_parameter.handover["network"].insecure_value)
  cluster = jsondecode(data.aws_ssm_parameter.handover["cluster"].insecure_value)
  data    = jsondecode(data.aws_ssm_parameter.handover["data"].insecure_value)
}
