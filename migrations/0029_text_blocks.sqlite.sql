-- Texts that are used again and again; without an organisation they are everybody's.
CREATE TABLE text_blocks (
    id TEXT PRIMARY KEY,
    organization_id TEXT REFERENCES organizations,
    title TEXT NOT NULL,
    markdown TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_by TEXT NOT NULL REFERENCES users,
    changed_at TEXT NOT NULL
);
