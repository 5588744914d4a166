# The order of role, network, nodes and pods follows from the output that each takes the cluster's name from.
# `depends_on` would also defer every data source of the dependent module to the apply.

# Before the nodes: without these no node becomes ready and no pod gets a role.
module "network_addons" {
  source = "../../modules/addons"

  cluster_name       = module.vpc_cni_role.cluster_name
  kubernetes_version = var.kubernetes_version

  addons = {
    vpc-cni = {
      version       = lookup(var.addon_versions, "vpc-cni", null)
      irsa_role_arn = var.pod_identity ? null : module.vpc_cni_role.arn
      configuration = jsonencode({
        enableNetworkPolicy = tostring(var.network_policies == "vpc-cni")
        env = {
          # In strict mode a pod is isolated from its first moment, not only once its policies are in force, and a pod
          # without a policy reaches nothing.
          NETWORK_POLICY_ENFORCING_MODE = var.network_policy_mode
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
    kube-proxy             = { version = lookup(var.addon_versions, "kube-proxy", null) }
    eks-pod-identity-agent = { version = lookup(var.addon_versions, "eks-pod-identity-agent", null) }
    # Reports faults of nodes, which EKS then repairs.
    eks-node-monitoring-agent = { version = lookup(var.addon_versions, "eks-node-monitoring-agent", null) }
  }
}

# After the nodes: these add-ons are pods and count as installed once they run.
module "workload_addons" {
  source = "../../modules/addons"

  cluster_name       = module.application_nodes.cluster_name
  kubernetes_version = var.kubernetes_version

  addons = merge(
    {
      coredns            = { version = lookup(var.addon_versions, "coredns", null) }
      aws-ebs-csi-driver = { version = lookup(var.addon_versions, "aws-ebs-csi-driver", null), irsa_role_arn = var.pod_identity ? null : module.ebs_csi_role.arn }
    },
    var.container_insights ? {
      amazon-cloudwatch-observability = { version = lookup(var.addon_versions, "amazon-cloudwatch-observability", null), irsa_role_arn = var.pod_identity ? null : module.cloudwatch_role[0].arn }
    } : {},
  )
}

locals {
  addon_versions = merge(module.network_addons.versions, module.workload_addons.versions)
}

# Otherwise the next plan may change them, whatever it is made for.
check "pinned_addons" {
  assert {
    condition     = length(setsubtract(keys(local.addon_versions), keys(var.addon_versions))) == 0
    error_message = "Copy the output addon_versions into cluster.tfvars: add-ons without a version follow AWS's recommendation."
  }
}
