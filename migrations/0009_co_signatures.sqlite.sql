-- Whose heads co-sign an answer, in order. What was submitted before a change keeps the list of its day: that stands in the journal.
CREATE TABLE co_signature_stages (
    position INTEGER PRIMARY KEY,
    stage TEXT NOT NULL UNIQUE CHECK (stage IN ('Department', 'Directorate', 'Contributors'))
);
INSERT INTO co_signature_stages (position, stage) VALUES (1, 'Department');

-- Who was ever asked to co-sign in an inquiry and therefore sees it; a projection of the journal.
CREATE TABLE co_signers (
    organization_id TEXT NOT NULL REFERENCES organizations,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    PRIMARY KEY (organization_id, inquiry_id)
);
