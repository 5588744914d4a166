variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "vpc_id" {
  description = "Id of the VPC."
  type        = string
}

variable "ssh_cidrs" {
  description = "CIDR ranges from which the bastion accepts SSH. With none, Session Manager is the only way in."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.ssh_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "ssh_cidrs must be IPv4 ranges of /16 or smaller: SSH must never be open to the world."
  }
}

variable "application_ports" {
  description = "Port ranges that the load balancer may reach, by use."
  type        = map(object({ from = number, to = number }))
  default = {
    frontend = { from = 3000, to = 3000 }
    gateway  = { from = 8080, to = 8080 }
    services = { from = 5001, to = 5003 }
  }

  validation {
    condition     = alltrue([for range in var.application_ports : range.from >= 1024 && range.from <= range.to && range.to <= 65535])
    error_message = "application_ports must be ranges of ports between 1024 and 65535: pods run without root."
  }
}

variable "judge_ports" {
  description = "Ports of application nodes that judge nodes may reach, by use."
  type        = map(object({ protocol = string, port = number }))
  default = {
    dns       = { protocol = "udp", port = 53 }
    dns-tcp   = { protocol = "tcp", port = 53 }
    exercises = { protocol = "tcp", port = 5002 }
    scores    = { protocol = "tcp", port = 5003 }
  }

  validation {
    condition     = alltrue([for use in var.judge_ports : contains(["tcp", "udp"], use.protocol) && use.port >= 1 && use.port <= 65535])
    error_message = "judge_ports must be single tcp or udp ports."
  }
}

variable "database_port" {
  description = "Port of PostgreSQL."
  type        = number
  default     = 5432
}

variable "migration_ports" {
  description = "Ports of the bastion that the database may reach, for the time of a migration."
  type        = list(number)
  default     = []

  validation {
    condition     = alltrue([for port in var.migration_ports : port >= 1024 && port <= 65535])
    error_message = "migration_ports must be ports between 1024 and 65535."
  }
}

variable "cache_port" {
  description = "Port of Valkey or Redis."
  type        = number
  default     = 6379
}
