CREATE TABLE replies (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_open boolean NOT NULL,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz,
    UNIQUE (inquiry_id, ordinal)
);
CREATE UNIQUE INDEX replies_one_open ON replies (inquiry_id) WHERE is_open = TRUE;

CREATE TABLE reply_items (
    reply_id uuid NOT NULL REFERENCES replies,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Preliminary', 'Answer', 'Rejected', 'Closing')),
    text TEXT,
    answer_id uuid,
    answer_version INTEGER,
    answer_sha256 TEXT,
    questions TEXT,
    PRIMARY KEY (reply_id, revision, position),
    FOREIGN KEY (answer_id, answer_version) REFERENCES answer_versions (answer_id, no)
);

CREATE TABLE signatures (
    reply_id uuid PRIMARY KEY REFERENCES replies,
    place TEXT NOT NULL,
    signed_on date NOT NULL,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    by_user uuid NOT NULL REFERENCES users,
    at timestamptz NOT NULL,
    content_sha256 TEXT NOT NULL,
    template_sha256 TEXT NOT NULL,
    pdf_sha256 TEXT COLLATE "C" NOT NULL REFERENCES files
);

-- Evidence is added, never changed.
CREATE TRIGGER reply_items_append_only BEFORE UPDATE OR DELETE ON reply_items FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signatures_append_only BEFORE UPDATE OR DELETE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
