-- The digest of what was sent, so that a key used again with other content is noticed. Keys that have none guard nothing any more.
DELETE FROM submissions;
ALTER TABLE submissions ADD COLUMN content_sha256 TEXT NOT NULL;
