# The order of role, network, nodes and pods follows from whom each takes the cluster's name. `depends_on` would
# say the same, but put off every data source of the module behind it until something before it is applied.

# Before the nodes: without these no node gets ready and no pod a role.
module "network_addons" {
  source = "../../modules/addons"

  cluster_name       = module.vpc_cni_role.cluster_name
  kubernetes_version = var.kubernetes_version

  addons = {
    vpc-cni = {
      irsa_role_arn = var.pod_identity ? null : module.vpc_cni_role.arn
      configuration = jsonencode({
        enableNetworkPolicy = tostring(var.network_policies == "vpc-cni")
        env = {
          # The NAT gateway translates addresses. Were the node to do it, answers would come back to ports from 1024
          # on, of which the private network ACL lets in those from 32768 on: half of all connections would hang.
          AWS_VPC_K8S_CNI_EXTERNALSNAT = "true"
          # A node keeps these addresses in hand rather than all of a second network interface (29 for a c6i.xlarge,
          # of the 251 of a subnet).
          MINIMUM_IP_TARGET = "10"
          WARM_IP_TARGET    = "3"
        }
      })
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
      aws-ebs-csi-driver = { irsa_role_arn = var.pod_identity ? null : module.ebs_csi_role.arn }
    },
    var.container_insights ? {
      amazon-cloudwatch-observability = { irsa_role_arn = var.pod_identity ? null : module.cloudwatch_role[0].arn }
    } : {},
  )
}
