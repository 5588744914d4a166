terraform {
  backend "s3" {
    key          = "access.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
