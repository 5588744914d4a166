variable "name" {
  description = "Prefix of the repositories' names."
  type        = string
}

variable "repositories" {
  description = "Images, each with its own repository."
  type        = set(string)

  validation {
    condition     = alltrue([for repository in var.repositories : can(regex("^[a-z0-9][a-z0-9-]*$", repository))])
    error_message = "repositories must be lower-case letters, digits and hyphens."
  }
}

variable "kept_builds" {
  description = "Number of images with a tag build-… that each repository keeps; older ones are deleted, unless they also have a tag deployed-…; null deletes none."
  type        = number
  default     = null

  validation {
    condition     = var.kept_builds == null || try(var.kept_builds >= 5, false)
    error_message = "kept_builds must be 5 or more, to allow a rollback."
  }
}
