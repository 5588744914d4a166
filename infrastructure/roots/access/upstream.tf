# Values of the roots applied before this one.

data "aws_ssm_parameter" "handover" {
  for_each = toset(["network", "cluster", "data"])

  name = "${local.handover_prefix}/${each.key}"
}

locals {
  network = jsondecode(data.aws_ssm_parameter.handover["network"].insecure_value)
  cluster = jsondecode(data.aws_ssm_parameter.handover["cluster"].insecure_value)
  data    = jsondecode(data.aws_ssm_parameter.handover["data"].insecure_value)

  namespace = coalesce(var.namespace, var.environment)

  irsa = local.cluster.pod_identity ? null : {
    provider_arn = local.cluster.oidc_provider_arn
    issuer       = local.cluster.oidc_issuer
  }
}
