mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_region" {
    defaults = {
      id = "us-east-1"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/touchstone-test-rotate"
    }
  }
}

variables {
  name        = "touchstone-test-rotate"
  description = "Changes a password"
  script      = "def run(events, context):\n    return {}\n"
  input       = { secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:master" }
  policy      = "{}"
}

run "the_script_runs_with_its_own_role_on_demand" {
  command = apply

  assert {
    condition     = jsondecode(aws_ssm_document.this.content).assumeRole == aws_iam_role.script.arn && jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.Script == var.script
    error_message = "The document must contain the script and its role."
  }
  assert {
    condition     = jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.InputPayload.secret == var.input.secret
    error_message = "The script must receive the input."
  }
  assert {
    condition     = one(data.aws_iam_policy_document.script_assume.statement[0].condition).variable == "aws:SourceAccount"
    error_message = "Systems Manager of another account must not be able to use the role."
  }
  assert {
    condition     = length(aws_scheduler_schedule.this) == 0 && output.start_command == "aws ssm start-automation-execution --region us-east-1 --document-name touchstone-test-rotate"
    error_message = "Without a schedule it runs on demand only."
  }
}

run "a_schedule_may_start_this_runbook_and_no_other" {
  command = apply

  variables {
    schedule = "rate(30 days)"
  }

  assert {
    condition     = aws_scheduler_schedule.this[0].schedule_expression == "rate(30 days)" && jsondecode(aws_scheduler_schedule.this[0].target[0].input).DocumentName == "touchstone-test-rotate"
    error_message = "The schedule must start the runbook."
  }
  assert {
    condition     = one([for statement in data.aws_iam_policy_document.scheduler.statement : statement.resources if statement.sid == "Start"]) == toset(["arn:aws:ssm:us-east-1:123456789012:automation-definition/touchstone-test-rotate:*"])
    error_message = "The schedule's role must be limited to this runbook."
  }
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    name     = "a b"
    script   = "print()"
    schedule = "daily"
  }

  expect_failures = [var.name, var.script, var.schedule]
}
