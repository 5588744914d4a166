variable "vpc_cidr" {
  description = "Address range of the VPC."
  type        = string
  default     = "10.0.0.0/16"
}

variable "zones" {
  description = "Public and private subnet of each availability zone."
  type = map(object({
    public_cidr  = string
    private_cidr = string
  }))
  default = {
    us-east-1a = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.11.0/24" }
    us-east-1b = { public_cidr = "10.0.2.0/24", private_cidr = "10.0.12.0/24" }
    us-east-1c = { public_cidr = "10.0.3.0/24", private_cidr = "10.0.13.0/24" }
  }
}

variable "nat_per_zone" {
  description = "One NAT gateway per zone instead of one for all."
  type        = bool
}

variable "endpoints_in_every_zone" {
  description = "Interface endpoints in every zone instead of only one."
  type        = bool
}

variable "interface_endpoints" {
  description = "AWS services with interface endpoints."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr"]
}

variable "ssh_cidrs" {
  description = "CIDR ranges from which the bastion accepts SSH. With none, Session Manager is the only way in."
  type        = list(string)
  default     = []
}

variable "migration_ports" {
  description = "Ports of the bastion that the database may reach while databases are migrated to it; empty otherwise."
  type        = list(number)
  default     = []
}

variable "flow_log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 90
}
