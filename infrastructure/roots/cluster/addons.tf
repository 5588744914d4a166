# Before the nodes: without these no node gets ready and no pod a role.
module "network_addons" {
  source = "../../modules/addons"

  cluster_name       = module.cluster.name
  kubernetes_version = var.kubernetes_version

  addons = {
    vpc-cni = {
      configuration = jsonencode({ enableNetworkPolicy = tostring(var.network_policies == "vpc-cni") })
    }
    kube-proxy             = {}
    eks-pod-identity-agent = {}
  }

  depends_on = [module.vpc_cni_role]
}

# After the nodes: these are pods, and an add-on counts as installed once its pods run.
module "workload_addons" {
  source = "../../modules/addons"

  cluster_name       = module.cluster.name
  kubernetes_version = var.kubernetes_version

  addons = merge(
    {
      coredns            = {}
      aws-ebs-csi-driver = {}
    },
    var.container_insights ? { amazon-cloudwatch-observability = {} } : {},
  )

  depends_on = [module.application_nodes, module.ebs_csi_role]
}
