# The order of role, network, nodes and pods follows from whom each takes the cluster's name. `depends_on` would
# say the same, but put off every data source of the module behind it until something before it is applied.

# Before the nodes: without these no node gets ready and no pod a role.
module "network_addons" {
  source = "../../modules/addons"

  cluster_name       = module.vpc_cni_role.cluster_name
  kubernetes_version = var.kubernetes_version

  addons = {
    vpc-cni = {
      configuration = jsonencode({ enableNetworkPolicy = tostring(var.network_policies == "vpc-cni") })
    }
    kube-proxy             = {}
    eks-pod-identity-agent = {}
  }
}

# After the nodes: these are pods, and an add-on counts as installed once its pods run.
module "workload_addons" {
  source = "../../modules/addons"

  cluster_name       = module.application_nodes.cluster_name
  kubernetes_version = var.kubernetes_version

  addons = merge(
    {
      coredns            = {}
      aws-ebs-csi-driver = {}
    },
    var.container_insights ? { amazon-cloudwatch-observability = {} } : {},
  )
}
