-- Attachments may be published as well. SQLite cannot change a check, so the table is made again.
CREATE TABLE published_targets_new (
    inquiry_id TEXT NOT NULL REFERENCES publications,
    kind TEXT NOT NULL CHECK (kind IN ('Inquiry', 'Question', 'Reply', 'File', 'Attachment')),
    target_id TEXT NOT NULL,
    file_sha256 TEXT REFERENCES files,
    PRIMARY KEY (inquiry_id, kind, target_id)
);
INSERT INTO published_targets_new (inquiry_id, kind, target_id, file_sha256) SELECT inquiry_id, kind, target_id, file_sha256 FROM published_targets;
DROP TABLE published_targets;
ALTER TABLE published_targets_new RENAME TO published_targets;
