# The platform's own figures, from the lines that its pods print as JSON. The gateway writes one for each request.

locals {
  # Container Insights puts a line that is JSON under log_processed. Without it no lines come to CloudWatch.
  has_logs = local.cluster.application_log_group_name != null
  request  = "$.log_processed.logger_name = \"access\""
  post     = "$.log_processed.method = \"POST\""

  application_metrics = {
    Requests            = { pattern = "{ ${local.request} && $.log_processed.status >= 100 }" }
    ServerErrors        = { pattern = "{ ${local.request} && $.log_processed.status >= 500 }" }
    RequestMilliseconds = { pattern = "{ ${local.request} && $.log_processed.ms >= 0 }", value = "$.log_processed.ms", unit = "Milliseconds" }
    ErrorLines          = { pattern = "{ $.log_processed.level = \"ERROR\" }" }
    LeasesLost          = { pattern = "{ $.log_processed.message = \"Lease * was lost*\" }" }
  }

  # What people do here: who comes, who tries, who hands in.
  business_metrics = {
    Registrations  = { pattern = "{ $.log_processed.message = \"User * registered as *\" }" }
    SignIns        = { pattern = "{ ${local.request} && ${local.post} && $.log_processed.path = \"/api/v1/auth/login\" && $.log_processed.status = 200 }" }
    SignInsRefused = { pattern = "{ ${local.request} && ${local.post} && $.log_processed.path = \"/api/v1/auth/login\" && $.log_processed.status = 401 }" }
    Submissions    = { pattern = "{ ${local.request} && ${local.post} && $.log_processed.path = \"/api/v1/submissions\" && $.log_processed.status < 300 }" }
    Runs           = { pattern = "{ ${local.request} && ${local.post} && $.log_processed.path = \"/api/v1/runs\" && $.log_processed.status < 300 }" }
  }

  application_alarms = { for name, alarm in {
    errors-of-platform   = { description = "More than 5 % of requests fail.", severity = "critical", namespace = local.namespace, metric = "ServerErrors", divisor = "Requests", statistic = "Sum", above = 5 }
    slow-platform        = { description = "One request in twenty takes longer than 2 seconds.", severity = "warning", namespace = local.namespace, metric = "RequestMilliseconds", statistic = "p95", above = 2000 }
    errors-in-logs       = { description = "Services report errors of their own.", severity = "warning", namespace = local.namespace, metric = "ErrorLines", statistic = "Sum", above = 10, periods = 1 }
    judges-lose-leases   = { description = "Judges lose what they judge; it is judged again, but learners wait.", severity = "warning", namespace = local.namespace, metric = "LeasesLost", statistic = "Sum", above = 5, periods = 1 }
    sign-ins-refused     = { description = "Passwords are being guessed.", severity = "warning", namespace = local.namespace, metric = "SignInsRefused", statistic = "Sum", above = 200, periods = 1 }
    nobody-submits-a-day = { description = "Nobody has handed in anything for a day.", severity = "warning", namespace = local.namespace, metric = "Submissions", statistic = "Sum", below = 1, period = 86400, periods = 1, missing = "breaching" }
  } : name => alarm if local.has_logs }
}

module "application_metrics" {
  source = "../../modules/log-metrics"
  count  = local.has_logs ? 1 : 0

  log_group_name = local.cluster.application_log_group_name
  namespace      = local.namespace
  metrics        = merge(local.application_metrics, local.business_metrics)
}
