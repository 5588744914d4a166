# Values of the roots applied before this one.

data "aws_ssm_parameter" "handover" {
  for_each = toset(["cluster", "data", "access", "edge"])

  name = "${local.handover_prefix}/${each.key}"
}

locals {
  cluster = jsondecode(data.aws_ssm_parameter.handover["cluster"].insecure_value)
  data    = jsondecode(data.aws_ssm_parameter.handover["data"].insecure_value)
  access  = jsondecode(data.aws_ssm_parameter.handover["access"].insecure_value)
  edge    = jsondecode(data.aws_ssm_parameter.handover["edge"].insecure_value)

  namespace = "Touchstone/${var.environment}"
}
