-- Where a person's mails go; without it there are none.
ALTER TABLE users ADD COLUMN mail_address TEXT;

-- What a person chose about mails of one kind; without a row they come at once.
CREATE TABLE mail_choices (
    user_id TEXT NOT NULL REFERENCES users,
    kind TEXT NOT NULL,
    timing TEXT NOT NULL CHECK (timing IN ('AtOnce', 'Digest', 'Never')),
    PRIMARY KEY (user_id, kind)
);

-- Mails, written with the step they tell of. No text: a mail is worded when it is sent. due_at is when the next attempt is due.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users,
    for_user TEXT REFERENCES users,
    kind TEXT NOT NULL,
    organization_id TEXT REFERENCES organizations,
    inquiry_id TEXT REFERENCES inquiries,
    subject_id TEXT,
    questions TEXT NOT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Waiting', 'Deferred', 'Sent', 'Failed', 'Withheld')),
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TEXT,
    last_error TEXT,
    digest_id TEXT REFERENCES outbox
);
CREATE INDEX outbox_state ON outbox (state, due_at, id);
CREATE INDEX outbox_digest ON outbox (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX outbox_deferred ON outbox (user_id) WHERE state = 'Deferred';

-- The days for which morning digests were made, so that each is made once.
CREATE TABLE digest_days (
    day TEXT PRIMARY KEY,
    made_at TEXT NOT NULL
);

-- Who has not reacted to an assignment for long is looked for by the kind of the task.
CREATE INDEX work_items_kind ON work_items (kind, since, subject_id);
