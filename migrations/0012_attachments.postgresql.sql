-- A reference to a file. Whether it is still shown is said by its steps in the journal; what it hangs on says who sees it.
CREATE TABLE attachments (
    id uuid PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    holder_kind TEXT NOT NULL CHECK (holder_kind IN ('Inquiry', 'Question', 'Answer', 'Reply')),
    holder_id uuid NOT NULL,
    title TEXT NOT NULL,
    file_sha256 TEXT COLLATE "C" NOT NULL REFERENCES files
);
CREATE INDEX attachments_inquiry ON attachments (inquiry_id, id);

-- What was found in the file beside what one sees.
CREATE TABLE attachment_findings (
    attachment_id uuid NOT NULL REFERENCES attachments,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (attachment_id, position)
);

-- Evidence is added, never changed.
CREATE TRIGGER attachments_append_only BEFORE UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION refuse_change();
