-- By when a task comes up: its own day, else that of the inquiry, never after the first late day; far ahead where there is none. A list needs a
-- value to go on from, so this one is never null.
ALTER TABLE work_items ADD COLUMN order_on date NOT NULL DEFAULT DATE '9999-12-31';
UPDATE work_items SET order_on = (
    SELECT LEAST(COALESCE(work_items.due_on, i.due_on, DATE '9999-12-31'), COALESCE(i.overdue_since, DATE '9999-12-31')) FROM inquiries i WHERE i.id = work_items.inquiry_id)
WHERE inquiry_id IN (SELECT id FROM inquiries WHERE deadline_met_on IS NULL);
CREATE INDEX work_items_order ON work_items (role, organization_id, order_on, subject_id, kind);

-- What a person made of the filters of a list, to come back to. Nobody else sees it.
CREATE TABLE saved_views (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    list TEXT NOT NULL CHECK (list IN ('Work', 'Inquiries')),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    is_default boolean NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (user_id, list, name)
);

-- On which meeting's agenda an inquiry stands; the last row of an inquiry holds, each is named by a step in the journal.
CREATE TABLE meetings (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    version INTEGER NOT NULL,
    meeting_on date NOT NULL,
    committee TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, version)
);

-- The projection of that, for agendas.
ALTER TABLE inquiries ADD COLUMN meeting_on date;
ALTER TABLE inquiries ADD COLUMN committee TEXT;
CREATE INDEX inquiries_meeting ON inquiries (meeting_on, committee, id) WHERE meeting_on IS NOT NULL;

-- Evidence is added, never changed.
CREATE TRIGGER meetings_append_only BEFORE UPDATE OR DELETE ON meetings FOR EACH ROW EXECUTE FUNCTION refuse_change();
