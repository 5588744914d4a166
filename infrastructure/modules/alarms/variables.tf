variable "name" {
  description = "First part of every name."
  type        = string
}

variable "topic_arns" {
  description = "Topics that are told, by severity: critical and warning."
  type        = map(string)

  validation {
    condition     = length(setsubtract(["critical", "warning"], keys(var.topic_arns))) == 0
    error_message = "topic_arns must have critical and warning."
  }
}

variable "alarms" {
  description = "Alarms by name: a figure of CloudWatch, above or below a threshold. With a divisor, the figure is a share of it in percent."
  type = map(object({
    description = string
    severity    = string
    namespace   = string
    metric      = string
    dimensions  = optional(map(string), {})
    statistic   = optional(string, "Average")
    above       = optional(number)
    below       = optional(number)
    # Seconds of one value; the alarm is raised when so many of the last values break the threshold.
    period              = optional(number, 300)
    periods             = optional(number, 3)
    datapoints_to_alarm = optional(number)
    # What no value means: notBreaching (nothing happened) or breaching (it is not there any more).
    missing = optional(string, "notBreaching")
    divisor = optional(string)
  }))

  validation {
    condition     = alltrue([for alarm in var.alarms : contains(["critical", "warning"], alarm.severity)])
    error_message = "The severity of alarms is critical or warning."
  }

  validation {
    condition     = alltrue([for alarm in var.alarms : (alarm.above == null) != (alarm.below == null)])
    error_message = "An alarm of alarms has either above or below."
  }

  validation {
    condition     = alltrue([for alarm in var.alarms : contains(["notBreaching", "breaching", "ignore", "missing"], alarm.missing)])
    error_message = "missing of alarms is notBreaching, breaching, ignore or missing."
  }
}

variable "composites" {
  description = "Alarms over alarms, by name: raised when any of them is. Their members then tell nobody by themselves, so that one trouble is one message."
  type = map(object({
    description = string
    severity    = string
    any_of      = set(string)
  }))
  default = {}

  validation {
    condition     = alltrue([for composite in var.composites : contains(["critical", "warning"], composite.severity)])
    error_message = "The severity of composites is critical or warning."
  }

  validation {
    condition     = alltrue([for composite in var.composites : length(setsubtract(composite.any_of, keys(var.alarms))) == 0])
    error_message = "composites must name alarms that are there."
  }

  validation {
    condition     = alltrue([for composite in var.composites : length(composite.any_of) > 0])
    error_message = "composites must name one alarm or more."
  }
}
