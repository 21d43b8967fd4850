-- Passages of answers that say what the administration will do. The passage is named by its digest in the journal; day, owner and state are
-- folded from the steps and stand here for lists. is_given: the askers have the answer with this passage in it.
CREATE TABLE promises (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    answer_id uuid NOT NULL REFERENCES answers,
    text TEXT NOT NULL,
    owner_id uuid NOT NULL REFERENCES organizations,
    due_on date NOT NULL,
    state TEXT NOT NULL,
    is_given boolean NOT NULL DEFAULT FALSE
);
CREATE INDEX promises_inquiry ON promises (inquiry_id, id);
CREATE INDEX promises_due ON promises (state, due_on, id);
CREATE INDEX promises_owner ON promises (owner_id, inquiry_id);
