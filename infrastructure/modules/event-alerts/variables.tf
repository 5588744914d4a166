variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "topic_arns" {
  description = "Topics for sentences, by severity: critical and warning."
  type        = map(string)
}

variable "chat_topic_arn" {
  description = "Topic for messages in the form of Amazon Q Developer."
  type        = string
}

variable "events" {
  description = "Events by name: severity, EventBridge pattern (JSON), and the fields that the messages show, as JSON paths."
  type = map(object({
    description = string
    severity    = string
    pattern     = string
    fields      = map(string)
  }))

  validation {
    condition     = alltrue([for event in var.events : contains(["critical", "warning"], event.severity)])
    error_message = "The severity of events must be critical or warning."
  }

  validation {
    condition     = alltrue([for event in var.events : can(jsondecode(event.pattern).source)])
    error_message = "The pattern of events must be JSON with a source."
  }

  validation {
    condition     = alltrue(flatten([for event in var.events : [for path in values(event.fields) : startswith(path, "$.")]]))
    error_message = "The fields of events must be paths such as $.detail.type."
  }
}
