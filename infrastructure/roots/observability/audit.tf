# What the audit trail says that somebody should hear of at once.

locals {
  trail_metrics = {
    RootUsed           = { pattern = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }" }
    CallsRefused       = { pattern = "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }" }
    SignInWithoutMfa   = { pattern = "{ $.eventName = \"ConsoleLogin\" && $.additionalEventData.MFAUsed != \"Yes\" && $.userIdentity.type = \"IAMUser\" && $.responseElements.ConsoleLogin = \"Success\" }" }
    KeyDeletionPlanned = { pattern = "{ $.eventSource = \"kms.amazonaws.com\" && ($.eventName = \"DisableKey\" || $.eventName = \"ScheduleKeyDeletion\") }" }
    TrailChanged       = { pattern = "{ $.eventName = \"StopLogging\" || $.eventName = \"DeleteTrail\" || $.eventName = \"UpdateTrail\" }" }
    RightsChanged      = { pattern = "{ $.eventName = \"CreateUser\" || $.eventName = \"CreateAccessKey\" || $.eventName = \"AttachUserPolicy\" || $.eventName = \"PutUserPolicy\" }" }
    DoorsChanged       = { pattern = "{ $.eventName = \"AuthorizeSecurityGroupIngress\" || $.eventName = \"RevokeSecurityGroupEgress\" || $.eventName = \"CreateNetworkAclEntry\" }" }
  }

  trail_alarms = {
    for name, alarm in {
      RootUsed           = { severity = "critical", description = "Somebody uses the account's root user." }
      SignInWithoutMfa   = { severity = "critical", description = "Somebody signed in to the console without a second factor." }
      KeyDeletionPlanned = { severity = "critical", description = "A key is disabled or going to be deleted: what it encrypts would be lost." }
      TrailChanged       = { severity = "critical", description = "Somebody stopped or changed the audit trail." }
      CallsRefused       = { severity = "warning", description = "Many calls of the AWS API are refused.", above = 20 }
      RightsChanged      = { severity = "warning", description = "A user or a long-lived key was made." }
      DoorsChanged       = { severity = "warning", description = "A security group or network ACL was opened." }
      } : "audit-${name}" => merge(
      { namespace = "${local.namespace}/Audit", metric = name, statistic = "Sum", periods = 1, above = 0 }, alarm
    )
  }
}

module "trail_metrics" {
  source = "../../modules/log-metrics"

  log_group_name = local.access.trail_log_group_name
  namespace      = "${local.namespace}/Audit"
  metrics        = local.trail_metrics
}
