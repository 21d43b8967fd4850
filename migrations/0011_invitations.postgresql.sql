-- One-time links by which a person sets the password of an account. Only the link's digest is kept; it is closed by use, by a newer one
-- and by a lock.
CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    token_sha256 TEXT NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE INDEX invitations_user ON invitations (user_id);
