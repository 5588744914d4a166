variable "name" {
  description = "First part of every name."
  type        = string
}

variable "team_id" {
  description = "Workspace in Slack. It must once be connected with Amazon Q Developer in AWS's console."
  type        = string

  validation {
    condition     = can(regex("^T[A-Z0-9]+$", var.team_id))
    error_message = "team_id begins with T, such as T0123ABCD."
  }
}

variable "channel_id" {
  description = "Channel that hears the topics."
  type        = string

  validation {
    condition     = can(regex("^[CG][A-Z0-9]+$", var.channel_id))
    error_message = "channel_id begins with C, or with G where the channel is private."
  }
}

variable "topic_arns" {
  description = "Topics that the channel hears, of whichever region."
  type        = list(string)
}
