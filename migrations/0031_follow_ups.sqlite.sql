-- Which earlier inquiry one follows up: a projection of the journal, for the way back.
ALTER TABLE inquiries ADD COLUMN follows_id TEXT REFERENCES inquiries;
CREATE INDEX inquiries_follows ON inquiries (follows_id) WHERE follows_id IS NOT NULL;

-- The same for the portal, which shows it only while both inquiries are public: it is looked up among the public ones.
ALTER TABLE public_inquiries ADD COLUMN follows_source TEXT;
CREATE INDEX public_inquiries_follows ON public_inquiries (follows_source) WHERE follows_source IS NOT NULL;
