-- Texts that are used again and again; without an organisation they are everybody's.
CREATE TABLE text_blocks (
    id uuid PRIMARY KEY,
    organization_id uuid REFERENCES organizations,
    title TEXT NOT NULL,
    markdown TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_by uuid NOT NULL REFERENCES users,
    changed_at timestamptz NOT NULL
);
