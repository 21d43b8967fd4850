-- What those who work on a question say to one another. Internal for good: no published table, letter or export of an inquiry reads it.
-- Whoever takes a comment back erases its text; that there was one stays.
CREATE TABLE comments (
    id uuid PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    question_id uuid NOT NULL,
    thread_id uuid NOT NULL REFERENCES comments,
    by_user uuid NOT NULL REFERENCES users,
    role TEXT NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations,
    at timestamptz NOT NULL,
    text TEXT NOT NULL,
    withdrawn_at timestamptz
);
CREATE INDEX comments_inquiry ON comments (inquiry_id, question_id, at);
