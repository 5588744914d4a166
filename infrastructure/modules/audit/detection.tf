resource "aws_accessanalyzer_analyzer" "this" {
  count = var.access_analyzer ? 1 : 0

  analyzer_name = var.name
  type          = "ACCOUNT"
}

resource "aws_guardduty_detector" "this" {
  count = var.guardduty.enabled ? 1 : 0

  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "this" {
  for_each = var.guardduty.enabled ? var.guardduty.features : []

  detector_id = aws_guardduty_detector.this[0].id
  name        = each.key
  status      = "ENABLED"
}
