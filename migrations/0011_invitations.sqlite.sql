-- One-time links by which a person sets the password of an account. Only the link's digest is kept; it is closed by use, by a newer one
-- and by a lock.
CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users,
    token_sha256 TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    closed_at TEXT
);
CREATE INDEX invitations_user ON invitations (user_id);
