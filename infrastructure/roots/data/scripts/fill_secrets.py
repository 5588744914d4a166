"""Generates a value for each of the platform's secrets that has none. It never changes a value."""
import boto3


def run(events, context):
    secrets = boto3.client("secretsmanager")
    filled = []
    for secret in events["secrets"].split():
        if not secrets.describe_secret(SecretId=secret).get("VersionIdsToStages"):
            value = secrets.get_random_password(PasswordLength=64, ExcludePunctuation=True)["RandomPassword"]
            secrets.put_secret_value(SecretId=secret, SecretString=value)
            filled.append(secret)
    return {"filled": filled}
