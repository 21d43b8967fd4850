-- Every step of every case, chained: hash covers the row and the hash before it. Ids, numbers and digests only.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY,
    at timestamptz NOT NULL,
    on_day date NOT NULL,
    by_user uuid NOT NULL REFERENCES users,
    for_user uuid REFERENCES users,
    role TEXT NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations,
    use_case TEXT NOT NULL,
    step TEXT NOT NULL,
    inquiry_id uuid REFERENCES inquiries,
    subject_kind TEXT NOT NULL,
    subject_id uuid NOT NULL,
    subject_no INTEGER NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    question_id uuid,
    version INTEGER,
    content_sha256 TEXT,
    other_id uuid,
    code TEXT,
    reason_sha256 TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    UNIQUE (subject_id, subject_no)
);
CREATE INDEX journal_inquiry ON journal (inquiry_id, seq);

-- Reasons may have to be erased (Art. 17 DSGVO); the salted digest in the chain still proves what stood here.
CREATE TABLE journal_reasons (
    seq BIGINT PRIMARY KEY REFERENCES journal,
    salt TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE journal_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Evidence is added, never changed.
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
