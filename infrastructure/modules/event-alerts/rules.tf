# Each event becomes a message for people and one for the chat; the event itself is a page of JSON.

locals {
  # The name of a field, then its value, which EventBridge inserts: severity <severity>.
  details = { for event, alert in var.events : event => join(", ", [for name in keys(alert.fields) : "${name} <${name}>"]) }

  targets = merge([
    for event, alert in var.events : {
      "${event}-sentence" = {
        event    = event
        topic    = var.topic_arns[alert.severity]
        template = jsonencode("${var.name}: ${alert.description}: ${local.details[event]}")
      }
      # Amazon Q Developer drops what does not have this form.
      # https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
      "${event}-chat" = {
        event = event
        topic = var.chat_topic_arn
        template = jsonencode({
          version = "1.0"
          source  = "custom"
          content = {
            textType    = "client-markdown"
            title       = "${alert.severity == "critical" ? ":rotating_light:" : ":warning:"} ${var.name}: ${alert.description}"
            description = local.details[event]
          }
          metadata = {
            threadId  = "${var.name}-${event}"
            summary   = alert.description
            eventType = event
          }
        })
      }
    }
  ]...)
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each = var.events

  name          = "${var.name}-${each.key}"
  description   = each.value.description
  event_pattern = each.value.pattern
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = local.targets

  rule      = aws_cloudwatch_event_rule.this[each.value.event].name
  target_id = each.key
  arn       = each.value.topic

  input_transformer {
    input_paths = var.events[each.value.event].fields
    # jsonencode writes < and > as \u003c and \u003e, which EventBridge does not take for a field.
    input_template = replace(replace(each.value.template, "\\u003c", "<"), "\\u003e", ">")
  }
}
