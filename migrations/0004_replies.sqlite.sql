CREATE TABLE replies (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (inquiry_id, ordinal)
);
CREATE UNIQUE INDEX replies_one_open ON replies (inquiry_id) WHERE is_open = TRUE;

CREATE TABLE reply_items (
    reply_id TEXT NOT NULL REFERENCES replies,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Preliminary', 'Answer', 'Rejected', 'Closing')),
    text TEXT,
    answer_id TEXT,
    answer_version INTEGER,
    answer_sha256 TEXT,
    questions TEXT,
    PRIMARY KEY (reply_id, revision, position),
    FOREIGN KEY (answer_id, answer_version) REFERENCES answer_versions (answer_id, no)
);

CREATE TABLE signatures (
    reply_id TEXT PRIMARY KEY REFERENCES replies,
    place TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    by_user TEXT NOT NULL REFERENCES users,
    at TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    template_sha256 TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL REFERENCES files
);

-- Evidence is added, never changed.
CREATE TRIGGER reply_items_no_update BEFORE UPDATE ON reply_items BEGIN SELECT RAISE(ABORT, 'append-only: reply_items'); END;
CREATE TRIGGER reply_items_no_delete BEFORE DELETE ON reply_items BEGIN SELECT RAISE(ABORT, 'append-only: reply_items'); END;
CREATE TRIGGER signatures_no_update BEFORE UPDATE ON signatures BEGIN SELECT RAISE(ABORT, 'append-only: signatures'); END;
CREATE TRIGGER signatures_no_delete BEFORE DELETE ON signatures BEGIN SELECT RAISE(ABORT, 'append-only: signatures'); END;
