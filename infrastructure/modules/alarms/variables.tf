variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "topic_arns" {
  description = "Topics that are notified, by severity: critical and warning."
  type        = map(string)

  validation {
    condition     = length(setsubtract(["critical", "warning"], keys(var.topic_arns))) == 0
    error_message = "topic_arns must have critical and warning."
  }
}

variable "alarms" {
  description = "Alarms by name: a CloudWatch metric above or below a threshold. With a divisor, the value is the metric in percent of that other metric."
  type = map(object({
    description = string
    severity    = string
    namespace   = string
    metric      = string
    dimensions  = optional(map(string), {})
    statistic   = optional(string, "Average")
    above       = optional(number)
    below       = optional(number)
    # period: seconds per data point. The alarm is raised when datapoints_to_alarm (default: all) of the last periods
    # data points breach the threshold.
    period              = optional(number, 300)
    periods             = optional(number, 3)
    datapoints_to_alarm = optional(number)
    # What a missing data point means: notBreaching (nothing happened) or breaching (the source no longer exists).
    treat_missing_data = optional(string, "notBreaching")
    divisor            = optional(string)
  }))

  validation {
    condition     = alltrue([for alarm in var.alarms : contains(["critical", "warning"], alarm.severity)])
    error_message = "The severity of alarms must be critical or warning."
  }

  validation {
    condition     = alltrue([for alarm in var.alarms : (alarm.above == null) != (alarm.below == null)])
    error_message = "Each of alarms must have either above or below."
  }

  validation {
    condition     = alltrue([for alarm in var.alarms : contains(["notBreaching", "breaching", "ignore", "missing"], alarm.treat_missing_data)])
    error_message = "treat_missing_data of alarms must be notBreaching, breaching, ignore or missing."
  }
}

variable "composites" {
  description = "Composite alarms by name, each raised when any of its members is. The members send no notifications of their own, so one fault causes one message."
  type = map(object({
    description = string
    severity    = string
    any_of      = set(string)
  }))
  default = {}

  validation {
    condition     = alltrue([for composite in var.composites : contains(["critical", "warning"], composite.severity)])
    error_message = "The severity of composites must be critical or warning."
  }

  validation {
    condition     = alltrue([for composite in var.composites : length(setsubtract(composite.any_of, keys(var.alarms))) == 0])
    error_message = "any_of of composites must name existing alarms."
  }

  validation {
    condition     = alltrue([for composite in var.composites : length(composite.any_of) > 0])
    error_message = "any_of of composites must name at least one alarm."
  }
}
