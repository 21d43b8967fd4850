-- What was noted about the original of an inquiry that the council office recorded: when and how it came, and which file it is. The last
-- row of an inquiry holds; each is named by a step in the journal.
CREATE TABLE receipts (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    version INTEGER NOT NULL,
    received_on date NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('Paper', 'Email', 'Fax', 'File', 'Meeting')),
    original_sha256 TEXT COLLATE "C" NOT NULL REFERENCES files,
    transcript_sha256 TEXT COLLATE "C" REFERENCES files,
    PRIMARY KEY (inquiry_id, version)
);

-- Evidence is added, never changed.
CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE ON receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
