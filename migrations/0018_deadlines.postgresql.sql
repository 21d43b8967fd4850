-- The clock of an inquiry, one for each round of questions. Its days stand in the steps of the journal; here lie the rule that was pinned and
-- the calculation, which the steps name by digest. rule and reasons are JSON, read and written as a whole.
CREATE TABLE deadlines (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    round INTEGER NOT NULL,
    state TEXT NOT NULL,
    city TEXT,
    rule TEXT,
    reasons TEXT NOT NULL,
    UNIQUE (inquiry_id, round)
);

-- Projections of the first round. overdue_since is the first late day also when it still lies ahead, so that no nightly job has to write it.
ALTER TABLE inquiries ADD COLUMN first_due_on date;
ALTER TABLE inquiries ADD COLUMN due_on date;
ALTER TABLE inquiries ADD COLUMN overdue_since date;
ALTER TABLE inquiries ADD COLUMN clock_stopped boolean NOT NULL DEFAULT FALSE;
ALTER TABLE inquiries ADD COLUMN deadline_met_on date;
CREATE INDEX inquiries_overdue ON inquiries (overdue_since, id) WHERE overdue_since IS NOT NULL AND deadline_met_on IS NULL;
CREATE INDEX inquiries_due ON inquiries (due_on, id) WHERE due_on IS NOT NULL AND deadline_met_on IS NULL;

-- By when this task has to be done, counted back from the due date.
ALTER TABLE work_items ADD COLUMN due_on date;
