variable "name" {
  description = "First part of every name."
  type        = string
}

variable "topic_arns" {
  description = "Topics that are told, by severity: critical and warning."
  type        = map(string)
}

variable "events" {
  description = "Events by name: how severe, which (a pattern of EventBridge as JSON), and what of each is told, as paths into it."
  type = map(object({
    description = string
    severity    = string
    pattern     = string
    text        = map(string)
  }))

  validation {
    condition     = alltrue([for event in var.events : contains(["critical", "warning"], event.severity)])
    error_message = "The severity of events is critical or warning."
  }

  validation {
    condition     = alltrue([for event in var.events : can(jsondecode(event.pattern).source)])
    error_message = "The pattern of events is JSON with a source."
  }

  validation {
    condition     = alltrue(flatten([for event in var.events : [for path in values(event.text) : startswith(path, "$.")]]))
    error_message = "The text of events is paths such as $.detail.type."
  }
}
