terraform {
  backend "s3" {
    key          = "cluster.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
