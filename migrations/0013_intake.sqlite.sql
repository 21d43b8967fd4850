-- What was noted about the original of an inquiry that the council office recorded: when and how it came, and which file it is. The last
-- row of an inquiry holds; each is named by a step in the journal.
CREATE TABLE receipts (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    version INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('Paper', 'Email', 'Fax', 'File', 'Meeting')),
    original_sha256 TEXT NOT NULL REFERENCES files,
    transcript_sha256 TEXT REFERENCES files,
    PRIMARY KEY (inquiry_id, version)
);

-- Evidence is added, never changed.
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'append-only: receipts'); END;
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'append-only: receipts'); END;
