-- What stands on every letter beside its text; one row or none. Address and contact are lines. Letters that were issued keep the letterhead
-- they were made with: it is in their file.
CREATE TABLE letterheads (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    sender TEXT NOT NULL,
    office TEXT,
    address TEXT NOT NULL,
    return_address TEXT,
    contact TEXT NOT NULL,
    emblem_sha256 TEXT REFERENCES files
);
