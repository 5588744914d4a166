# Events that AWS services report.

module "event_alerts" {
  source = "../../modules/event-alerts"

  name           = local.name
  topic_arns     = module.notifications.event_topic_arns
  chat_topic_arn = module.notifications.chat_topic_arn

  events = {
    guardduty = {
      description = "GuardDuty reported a finding"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.guardduty"]
        detail-type = ["GuardDuty Finding"]
        detail      = { severity = [{ numeric = [">=", 4] }] }
      })
      fields = { finding = "$.detail.type", severity = "$.detail.severity", region = "$.region" }
    }
    access-analyzer = {
      description = "A resource is shared with another account"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.access-analyzer"]
        detail-type = ["Access Analyzer Finding"]
        detail      = { status = ["ACTIVE"] }
      })
      fields = { resource = "$.detail.resource" }
    }
    backup-failed = {
      description = "A backup failed"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.backup"]
        detail-type = ["Backup Job State Change", "Copy Job State Change"]
        detail      = { state = ["FAILED", "ABORTED", "EXPIRED"] }
      })
      fields = { state = "$.detail.state", time = "$.time" }
    }
    database = {
      description = "The database failed over, ran out of storage or stopped"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail      = { EventCategories = ["failover", "failure", "low storage", "notification"], SourceIdentifier = [local.data.database_identifier] }
      })
      fields = { event = "$.detail.Message" }
    }
    certificate = {
      description = "A certificate is about to expire and was not renewed"
      severity    = "critical"
      pattern     = jsonencode({ source = ["aws.acm"], detail-type = ["ACM Certificate Approaching Expiration"] })
      fields      = { days = "$.detail.DaysToExpiry", name = "$.detail.CommonName" }
    }
    runbook-failed = {
      description = "A runbook failed. Passwords are changed by runbooks"
      severity    = "warning"
      pattern = jsonencode({
        source      = ["aws.ssm"]
        detail-type = ["EC2 Automation Execution Status-change Notification"]
        detail      = { Definition = values(local.data.runbooks), Status = ["Failed", "TimedOut"] }
      })
      fields = { runbook = "$.detail.Definition", status = "$.detail.Status" }
    }
    health = {
      description = "AWS reports a problem with a service"
      severity    = "warning"
      pattern = jsonencode({
        source      = ["aws.health"]
        detail-type = ["AWS Health Event"]
        detail      = { eventTypeCategory = ["issue"], service = ["EKS", "EC2", "RDS", "ELASTICACHE", "S3", "CLOUDFRONT", "ROUTE53"] }
      })
      fields = { service = "$.detail.service", event = "$.detail.eventTypeCode" }
    }
    volume = {
      description = "A volume failed or could not be attached"
      severity    = "warning"
      pattern = jsonencode({
        source      = ["aws.ec2"]
        detail-type = ["EBS Volume Notification"]
        detail      = { event = ["attachVolume", "reattachVolume", "createVolume"], result = ["failed"] }
      })
      fields = { event = "$.detail.event", cause = "$.detail.cause" }
    }
  }
}
