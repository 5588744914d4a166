resource "aws_cloudwatch_event_rule" "this" {
  for_each = var.events

  name          = "${var.name}-${each.key}"
  description   = each.value.description
  event_pattern = each.value.pattern
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = var.events

  rule      = aws_cloudwatch_event_rule.this[each.key].name
  target_id = each.value.severity
  arn       = var.topic_arns[each.value.severity]

  # One sentence; the event itself is a page of JSON.
  input_transformer {
    input_paths    = each.value.fields
    input_template = "\"${var.name}: ${each.value.description}: ${join(", ", [for name in keys(each.value.fields) : "${name} <${name}>"])}\""
  }
}
