data "aws_eks_addon_version" "recommended" {
  for_each = { for name, addon in var.addons : name => addon if addon.version == null }

  addon_name         = each.key
  kubernetes_version = var.kubernetes_version
}

resource "aws_eks_addon" "this" {
  for_each = var.addons

  cluster_name             = var.cluster_name
  addon_name               = each.key
  addon_version            = coalesce(each.value.version, try(data.aws_eks_addon_version.recommended[each.key].version, null))
  configuration_values     = each.value.configuration
  service_account_role_arn = each.value.irsa_role_arn

  # Values set here overwrite changes made in the cluster.
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}
