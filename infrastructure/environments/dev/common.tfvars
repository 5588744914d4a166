environment = "dev"
region      = "us-east-1"
# Who is responsible for this environment.
owner = "platform-team"
