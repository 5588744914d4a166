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

variable "kept_images" {
  description = "Number of images kept in each repository; older ones are deleted."
  type        = number
  default     = 30

  validation {
    condition     = var.kept_images >= 5
    error_message = "kept_images must be 5 or more, to allow a rollback."
  }
}
