# The smallest cluster: a network of two zones, one node group, no controllers.

terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "administrator_arn" {
  description = "IAM role or user that administers the cluster."
  type        = string
  default     = "arn:aws:iam::123456789012:role/administrator"
}

module "network" {
  source = "../../modules/network"

  name                = "example"
  interface_endpoints = []

  zones = {
    us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
    us-east-1b = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.12.0/24" }
  }
}

module "security_groups" {
  source = "../../modules/security-groups"

  name   = "example"
  vpc_id = module.network.vpc_id
}

module "cluster" {
  source = "../../modules/cluster"

  name               = "example"
  subnet_ids         = values(module.network.private_subnet_ids)
  security_group_ids = [module.security_groups.ids.control_plane]
}

module "access" {
  source = "../../modules/cluster-access"

  cluster_name = module.cluster.name
  # Without an entry nobody could use the cluster, not even its creator.
  entries = { administrator = { principal_arn = var.administrator_arn, policy = "cluster-admin" } }
}

module "network_addons" {
  source = "../../modules/addons"

  cluster_name       = module.cluster.name
  kubernetes_version = "1.36"
  addons             = { vpc-cni = {}, kube-proxy = {} }
}

# What nodes and control plane need of each other (roots/cluster/node_traffic.tf has a stricter form with webhooks).
resource "aws_vpc_security_group_ingress_rule" "api" {
  security_group_id            = module.cluster.security_group_id
  description                  = "Kubernetes API from nodes"
  referenced_security_group_id = module.security_groups.ids.application
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_ingress_rule" "kubelet" {
  security_group_id            = module.security_groups.ids.application
  description                  = "Kubelet from the control plane"
  referenced_security_group_id = module.cluster.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}

module "nodes" {
  source = "../../modules/node-group"

  name               = "example"
  cluster_name       = module.network_addons.cluster_name
  kubernetes_version = "1.36"
  subnet_ids         = values(module.network.private_subnet_ids)
  security_group_ids = [module.security_groups.ids.application]
  instance_types     = ["t3.large"]
  size               = { min = 1, max = 3, initial = 2 }
}
