-- What figures count of the clock, without walking through whole journals.
CREATE INDEX journal_clock ON journal (inquiry_id, step) WHERE step IN ('ExtendDeadline', 'SendInterimReply');

-- What the public may count of a published inquiry. askers and departments are JSON arrays of names, as in the page.
CREATE TABLE public_figures (
    public_id uuid PRIMARY KEY REFERENCES public_inquiries,
    received_on date NOT NULL,
    is_open boolean NOT NULL,
    is_answered boolean NOT NULL,
    kind TEXT,
    askers TEXT NOT NULL,
    departments TEXT NOT NULL,
    first_due_on date,
    overdue_since date,
    met_on date,
    extensions INTEGER NOT NULL,
    interims INTEGER NOT NULL
);
CREATE INDEX public_figures_received ON public_figures (received_on);
INSERT INTO public_figures (public_id, received_on, is_open, is_answered, kind, askers, departments, first_due_on, overdue_since, met_on, extensions, interims)
SELECT p.public_id, i.received_on, i.status IN ('Submitted', 'Registered', 'InProgress', 'InReview', 'Approved', 'Signed'),
       i.status IN ('Delivered', 'Depublished', 'Published'), d.rule::json ->> 'Title', p.page::json ->> 'Originators', p.page::json ->> 'Departments',
       i.first_due_on, i.overdue_since, i.deadline_met_on,
       (SELECT count(*) FROM journal j WHERE j.inquiry_id = i.id AND j.step = 'ExtendDeadline'),
       (SELECT count(*) FROM journal j WHERE j.inquiry_id = i.id AND j.step = 'SendInterimReply')
FROM public_inquiries p JOIN public_objects o ON o.public_id = p.public_id JOIN inquiries i ON i.id = o.source_id
LEFT JOIN deadlines d ON d.inquiry_id = i.id AND d.round = 1;
