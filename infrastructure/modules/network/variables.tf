variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "vpc_cidr" {
  description = "Address range of the VPC."
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr))
    error_message = "vpc_cidr must be an IPv4 range such as 10.0.0.0/16."
  }
}

variable "zones" {
  description = "Public and private subnet of each availability zone. EKS and RDS need two zones or more."
  type = map(object({
    public_cidr  = string
    private_cidr = string
  }))

  validation {
    condition     = length(var.zones) >= 2
    error_message = "zones must name two availability zones or more: EKS and RDS require them."
  }

  validation {
    # A subnet is inside the VPC if its address, masked with the VPC's prefix, is the VPC's.
    condition = alltrue(flatten([
      for zone in var.zones : [
        for cidr in [zone.public_cidr, zone.private_cidr] : can(cidrnetmask(cidr)) && try(
          cidrsubnet("${split("/", cidr)[0]}/${split("/", var.vpc_cidr)[1]}", 0, 0) == cidrsubnet(var.vpc_cidr, 0, 0)
          && tonumber(split("/", cidr)[1]) > tonumber(split("/", var.vpc_cidr)[1]), false
        )
      ]
    ]))
    error_message = "Every subnet must be an IPv4 range inside vpc_cidr."
  }

  validation {
    condition = length(distinct(flatten([for zone in var.zones : [zone.public_cidr, zone.private_cidr]]))) == 2 * length(var.zones)

    error_message = "Two subnets have the same range."
  }
}

variable "nat_per_zone" {
  description = "One NAT gateway per zone, so that the other zones stay connected if one fails; otherwise one for all."
  type        = bool
  default     = false
}

variable "ssh_cidrs" {
  description = "CIDR ranges from which the bastion accepts SSH; the public network ACL allows only these to port 22."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.ssh_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "ssh_cidrs must be IPv4 ranges of /16 or smaller: SSH must never be open to the world."
  }

  validation {
    condition     = length(var.ssh_cidrs) <= 10
    error_message = "ssh_cidrs may have at most ten ranges: a network ACL has twenty rules."
  }
}

variable "interface_endpoints" {
  description = "AWS services with interface endpoints inside the VPC, so that traffic to them does not use NAT."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr"]
}

variable "endpoints_in_every_zone" {
  description = "Whether interface endpoints are in every zone; otherwise only in the first, which costs a third."
  type        = bool
  default     = true
}

variable "flow_log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 90

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be a retention that CloudWatch Logs offers, such as 30 or 90."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
