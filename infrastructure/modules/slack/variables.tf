variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "team_id" {
  description = "Slack workspace. Connect it once with Amazon Q Developer in the AWS console."
  type        = string

  validation {
    condition     = can(regex("^T[A-Z0-9]+$", var.team_id))
    error_message = "team_id must begin with T, such as T0123ABCD."
  }
}

variable "channel_id" {
  description = "Channel that receives the topics' messages."
  type        = string

  validation {
    condition     = can(regex("^[CG][A-Z0-9]+$", var.channel_id))
    error_message = "channel_id must begin with C, or with G for a private channel."
  }
}

variable "topic_arns" {
  description = "Topics that the channel receives, of any region."
  type        = list(string)
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the role; null for none."
  type        = string
  default     = null
}
