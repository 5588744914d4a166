environment = "staging"
region      = "us-east-1"
# Who answers for this environment.
owner = "platform-team"
