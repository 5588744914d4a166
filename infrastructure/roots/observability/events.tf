# What AWS reports by itself.

module "event_alerts" {
  source = "../../modules/event-alerts"

  name       = local.name
  topic_arns = module.notifications.topic_arns

  events = {
    guardduty = {
      description = "GuardDuty found something"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.guardduty"]
        detail-type = ["GuardDuty Finding"]
        detail      = { severity = [{ numeric = [">=", 4] }] }
      })
      text = { finding = "$.detail.type", severity = "$.detail.severity", region = "$.region" }
    }
    access-analyzer = {
      description = "Access Analyzer sees something shared with others"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.access-analyzer"]
        detail-type = ["Access Analyzer Finding"]
        detail      = { status = ["ACTIVE"] }
      })
      text = { resource = "$.detail.resource" }
    }
    backup-failed = {
      description = "A backup failed"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.backup"]
        detail-type = ["Backup Job State Change", "Copy Job State Change"]
        detail      = { state = ["FAILED", "ABORTED", "EXPIRED"] }
      })
      text = { state = "$.detail.state", time = "$.time" }
    }
    database = {
      description = "The database failed over, is out of storage or stopped"
      severity    = "critical"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail      = { EventCategories = ["failover", "failure", "low storage", "notification"], SourceIdentifier = [local.data.database_identifier] }
      })
      text = { event = "$.detail.Message" }
    }
    certificate = {
      description = "A certificate is about to expire and was not renewed"
      severity    = "critical"
      pattern     = jsonencode({ source = ["aws.acm"], detail-type = ["ACM Certificate Approaching Expiration"] })
      text        = { days = "$.detail.DaysToExpiry", name = "$.detail.CommonName" }
    }
    health = {
      description = "AWS reports trouble with a service"
      severity    = "warning"
      pattern = jsonencode({
        source      = ["aws.health"]
        detail-type = ["AWS Health Event"]
        detail      = { eventTypeCategory = ["issue"], service = ["EKS", "EC2", "RDS", "ELASTICACHE", "S3", "CLOUDFRONT", "ROUTE53"] }
      })
      text = { service = "$.detail.service", event = "$.detail.eventTypeCode" }
    }
    volume = {
      description = "A volume failed or could not be attached"
      severity    = "warning"
      pattern = jsonencode({
        source      = ["aws.ec2"]
        detail-type = ["EBS Volume Notification"]
        detail      = { event = ["attachVolume", "reattachVolume", "createVolume"], result = ["failed"] }
      })
      text = { event = "$.detail.event", cause = "$.detail.cause" }
    }
  }
}
