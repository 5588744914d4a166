terraform {
  backend "s3" {
    key          = "edge.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
