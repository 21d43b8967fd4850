-- What a person has typed into an answer and not saved as a version yet: one for each person and answer, no evidence, gone with the next version.
-- editing tells which opened form writes to it, so that two windows of one person do not overwrite one another.
CREATE TABLE working_copies (
    answer_id uuid NOT NULL REFERENCES answers,
    user_id uuid NOT NULL REFERENCES users,
    editing uuid NOT NULL,
    based_on INTEGER NOT NULL,
    kind TEXT NOT NULL,
    in_name_of TEXT,
    markdown TEXT NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (answer_id, user_id)
);

-- Minutes that went into a version, if its author said so.
ALTER TABLE answer_versions ADD COLUMN effort_minutes INTEGER CHECK (effort_minutes > 0);
