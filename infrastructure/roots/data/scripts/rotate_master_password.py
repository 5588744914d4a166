"""Gives the database's master user a new password and keeps it in Secrets Manager. The first run fills the secret."""
import json
import time

import boto3


def run(events, context):
    secrets = boto3.client("secretsmanager")
    databases = boto3.client("rds")
    secret, instance = events["secret"], events["instance"]

    password = secrets.get_random_password(PasswordLength=48, ExcludePunctuation=True)["RandomPassword"]
    text = json.dumps({"username": describe(databases, instance)["MasterUsername"], "password": password})
    # Kept before the database changes: if a later step fails, the new password is not lost.
    stages = ["AWSPENDING"] if current(secrets, secret) else ["AWSPENDING", "AWSCURRENT"]
    version = secrets.put_secret_value(SecretId=secret, SecretString=text, VersionStages=stages)["VersionId"]

    databases.modify_db_instance(DBInstanceIdentifier=instance, MasterUserPassword=password, ApplyImmediately=True)
    await_change(databases, instance)

    old = current(secrets, secret)
    if old != version:
        secrets.update_secret_version_stage(
            SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=version, RemoveFromVersionId=old
        )
    secrets.update_secret_version_stage(SecretId=secret, VersionStage="AWSPENDING", RemoveFromVersionId=version)
    return {"version": version}


def describe(databases, instance):
    return databases.describe_db_instances(DBInstanceIdentifier=instance)["DBInstances"][0]


def current(secrets, secret):
    """The version in use; None while the secret is empty."""
    versions = secrets.describe_secret(SecretId=secret).get("VersionIdsToStages") or {}
    return next((version for version, stages in versions.items() if "AWSCURRENT" in stages), None)


def await_change(databases, instance):
    """RDS changes the password within about a minute; Systems Manager ends a script after ten."""
    for _ in range(50):
        found = describe(databases, instance)
        if found["DBInstanceStatus"] == "available" and "MasterUserPassword" not in found.get("PendingModifiedValues", {}):
            return
        time.sleep(10)
    raise TimeoutError("RDS has not changed the password. The new one is the version AWSPENDING of the secret.")
