# The order of role, network, nodes and pods follows from the output that each takes the cluster's name from.
# `depends_on` would also defer every data source of the dependent module to the apply.

# Before the nodes: without these no node becomes ready and no pod gets a role.
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
          # The NAT gateway translates addresses. If the nodes did, responses would arrive at ports from 1024 up, but the
          # private network ACL allows only 32768 and above: half of all connections would hang.
          AWS_VPC_K8S_CNI_EXTERNALSNAT = "true"
          # A node reserves these addresses instead of all those of a second network interface (29 for a c6i.xlarge, of
          # the 251 in a subnet).
          MINIMUM_IP_TARGET = "10"
          WARM_IP_TARGET    = "3"
        }
      })
    }
    kube-proxy             = {}
    eks-pod-identity-agent = {}
  }
}

# After the nodes: these add-ons are pods and count as installed once they run.
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
