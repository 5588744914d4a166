# The region that gets the copies: another one than that of everything else, or they would be lost together.

provider "aws" {
  alias  = "replica"
  region = var.replica_region

  default_tags {
    tags = local.tags
  }
}

variable "replica_region" {
  description = "AWS region of the copies of uploads, dumps and volumes."
  type        = string
  default     = "us-west-2"

  validation {
    condition     = var.replica_region != var.region
    error_message = "replica_region must differ from region: copies in one region are lost with it."
  }
}

variable "copies" {
  description = "Whether uploads, dumps and volumes' backups are copied to replica_region."
  type        = bool
}
