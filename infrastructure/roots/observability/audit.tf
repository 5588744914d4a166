# Metrics and alarms for security events in the audit trail.

locals {
  trail_metrics = {
    RootUserUsed            = { pattern = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }" }
    DeniedCalls             = { pattern = "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }" }
    ConsoleSignInWithoutMfa = { pattern = "{ $.eventName = \"ConsoleLogin\" && $.additionalEventData.MFAUsed != \"Yes\" && $.userIdentity.type = \"IAMUser\" && $.responseElements.ConsoleLogin = \"Success\" }" }
    KeyDisabledOrDeleted    = { pattern = "{ $.eventSource = \"kms.amazonaws.com\" && ($.eventName = \"DisableKey\" || $.eventName = \"ScheduleKeyDeletion\") }" }
    TrailChanged            = { pattern = "{ $.eventName = \"StopLogging\" || $.eventName = \"DeleteTrail\" || $.eventName = \"UpdateTrail\" }" }
    UserPermissionsChanged  = { pattern = "{ $.eventName = \"CreateUser\" || $.eventName = \"CreateAccessKey\" || $.eventName = \"AttachUserPolicy\" || $.eventName = \"PutUserPolicy\" }" }
    NetworkAccessChanged    = { pattern = "{ $.eventName = \"AuthorizeSecurityGroupIngress\" || $.eventName = \"AuthorizeSecurityGroupEgress\" || $.eventName = \"ModifySecurityGroupRules\" || $.eventName = \"CreateNetworkAclEntry\" || $.eventName = \"ReplaceNetworkAclEntry\" }" }
  }

  trail_alarms = {
    for name, alarm in {
      RootUserUsed            = { severity = "critical", description = "The account's root user was used." }
      ConsoleSignInWithoutMfa = { severity = "critical", description = "Someone signed in to the console without a second factor." }
      KeyDisabledOrDeleted    = { severity = "critical", description = "A KMS key was disabled or scheduled for deletion: the data that it encrypts would be lost." }
      TrailChanged            = { severity = "critical", description = "Someone stopped or changed the audit trail." }
      DeniedCalls             = { severity = "warning", description = "Many AWS API calls are denied.", above = 20 }
      UserPermissionsChanged  = { severity = "warning", description = "A user or a long-lived access key was created, or a policy was attached to a user." }
      NetworkAccessChanged    = { severity = "warning", description = "A rule was added to, or changed in, a security group or network ACL." }
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
