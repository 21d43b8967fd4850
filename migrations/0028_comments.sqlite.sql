-- What those who work on a question say to one another. Internal for good: no published table, letter or export of an inquiry reads it.
-- Whoever takes a comment back erases its text; that there was one stays.
CREATE TABLE comments (
    id TEXT PRIMARY KEY,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    question_id TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES comments,
    by_user TEXT NOT NULL REFERENCES users,
    role TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX comments_inquiry ON comments (inquiry_id, question_id, at);
