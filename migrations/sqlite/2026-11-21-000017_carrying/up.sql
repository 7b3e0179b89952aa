-- Consultations that several territories carry: one opens them, the others show them at home (docs/decisions/0020).

-- The organiser's side: a consultation that other territories may carry.
CREATE TABLE offered (
    consultation_id BLOB PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE,
    reach TEXT NOT NULL,
    rules TEXT NOT NULL,
    offered_by BLOB REFERENCES actor (id) ON DELETE SET NULL,
    offered_at BIGINT NOT NULL,
    -- Grows with each change that carriers must follow: what is older than what they have changes nothing there.
    changed_at BIGINT NOT NULL,
    withdrawn_at BIGINT
);

-- Collectivities of other servers that were asked to carry it, carry it, or did.
CREATE TABLE carrier (
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    page TEXT,
    activity TEXT,
    since BIGINT NOT NULL,
    joined_at BIGINT,
    left_at BIGINT,
    PRIMARY KEY (consultation_id, actor_id)
);
CREATE INDEX carrier_actor ON carrier (actor_id);

-- The carrier's side: calls that were heard of, as their organisers say them.
CREATE TABLE heard_call (
    id BLOB PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    organiser_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    teaser TEXT NOT NULL,
    introduction TEXT NOT NULL,
    stakes TEXT NOT NULL,
    settled TEXT NOT NULL,
    open_points TEXT NOT NULL,
    input_use TEXT NOT NULL,
    participation TEXT NOT NULL,
    organiser TEXT NOT NULL,
    lang TEXT NOT NULL,
    support_threshold INTEGER NOT NULL,
    rules TEXT NOT NULL,
    page TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    heard_at BIGINT NOT NULL
);
CREATE INDEX heard_call_group ON heard_call (group_id);
CREATE INDEX heard_call_recent ON heard_call (heard_at);

-- The phases and themes of a call, in order.
CREATE TABLE call_phase (
    call_id BLOB NOT NULL REFERENCES heard_call (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    propose TEXT NOT NULL,
    discuss TEXT NOT NULL,
    reply TEXT NOT NULL,
    support TEXT NOT NULL,
    PRIMARY KEY (call_id, position)
);

CREATE TABLE call_theme (
    call_id BLOB NOT NULL REFERENCES heard_call (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (call_id, position)
);

-- Who else carries it, as the organiser says.
CREATE TABLE fellow (
    call_id BLOB NOT NULL REFERENCES heard_call (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    host TEXT NOT NULL,
    name TEXT NOT NULL,
    page TEXT,
    joined_at BIGINT,
    left_at BIGINT,
    PRIMARY KEY (call_id, uri)
);

-- A consultation of this instance that is another collectivity's: its text and phases follow the call.
CREATE TABLE carried (
    consultation_id BLOB PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE,
    call_id BLOB NOT NULL UNIQUE REFERENCES heard_call (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    -- The id of the activity that asked: the answer names it.
    activity TEXT NOT NULL,
    introduction TEXT NOT NULL,
    -- The state of the call that was taken over; nothing before the organiser said yes.
    revision BIGINT,
    asked_at BIGINT NOT NULL,
    joined_at BIGINT,
    left_at BIGINT,
    -- When the organiser was last read through, for what was missed.
    read_at BIGINT
);
CREATE INDEX carried_activity ON carried (activity);
