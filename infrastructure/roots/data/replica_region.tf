# The copies are in a different region, or they would be lost with the originals.

provider "aws" {
  alias  = "replica"
  region = var.replica_region

  default_tags {
    tags = local.tags
  }
}

variable "replica_region" {
  description = "AWS region of the copies of uploads, dumps, database and volume backups."
  type        = string
  default     = "us-west-2"

  validation {
    condition     = var.replica_region != var.region
    error_message = "replica_region must differ from region: copies in one region are lost with it."
  }
}

variable "copies" {
  description = "Whether uploads, dumps, and backups of database and volumes are copied to replica_region."
  type        = bool
}
