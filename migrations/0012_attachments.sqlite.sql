-- A reference to a file. Whether it is still shown is said by its steps in the journal; what it hangs on says who sees it.
CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    holder_kind TEXT NOT NULL CHECK (holder_kind IN ('Inquiry', 'Question', 'Answer', 'Reply')),
    holder_id TEXT NOT NULL,
    title TEXT NOT NULL,
    file_sha256 TEXT NOT NULL REFERENCES files
);
CREATE INDEX attachments_inquiry ON attachments (inquiry_id, id);

-- What was found in the file beside what one sees.
CREATE TABLE attachment_findings (
    attachment_id TEXT NOT NULL REFERENCES attachments,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (attachment_id, position)
);

-- Evidence is added, never changed.
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'append-only: attachments'); END;
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'append-only: attachments'); END;
