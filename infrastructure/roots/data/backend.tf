terraform {
  backend "s3" {
    key          = "data.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
