terraform {
  backend "s3" {
    key          = "observability.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
