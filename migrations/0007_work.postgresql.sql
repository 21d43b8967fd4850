-- Inboxes: a projection that can be rebuilt. organization_id is the zero id where a role has one office only.
CREATE TABLE work_items (
    role TEXT NOT NULL,
    organization_id uuid NOT NULL,
    kind TEXT NOT NULL,
    subject_id uuid NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    questions TEXT NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (role, organization_id, kind, subject_id)
);
CREATE INDEX work_items_inbox ON work_items (role, organization_id, since, subject_id);
CREATE INDEX work_items_inquiry ON work_items (inquiry_id);

-- Keys of submitted forms, so that a double click makes one thing.
CREATE TABLE submissions (
    key uuid PRIMARY KEY,
    use_case TEXT NOT NULL,
    result TEXT NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX submissions_at ON submissions (at);
