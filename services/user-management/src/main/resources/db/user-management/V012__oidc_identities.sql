-- Who at an OpenID Connect provider has which account.
CREATE TABLE oidc_identities (
  issuer    text        NOT NULL,
  subject   text        NOT NULL,
  user_id   bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX oidc_identities_of_user ON oidc_identities (user_id);
