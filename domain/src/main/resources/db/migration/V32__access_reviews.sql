-- Reviews of who may open what: what was there when they were started, what was decided, and what became of it. People stand in
-- them by the number of their account and by the name that they had. What is closed is never changed.
create table access_review (
    project_id    bigint      not null references project on delete cascade,
    id            bigint      not null generated always as identity unique,
    name          text        not null check (name <> '' and length(name) <= 240),
    scope         text        not null check (scope in ('GROUP', 'DOOR')),
    scope_id      text        not null,
    subject       text        not null,
    reviewer      bigint      not null,
    reviewer_login text       not null,
    reviewer_name text        not null,
    verifier      bigint      not null,
    verifier_login text       not null,
    verifier_name text        not null,
    due           date        not null,
    state         text        not null default 'OPEN' check (state in ('OPEN', 'HANDED_IN', 'CLOSED')),
    started       timestamptz not null,
    started_by    text        not null,
    handed_in     timestamptz,
    sent_back     text        not null default '',
    closed        timestamptz,
    primary key (project_id, id),
    check (reviewer <> verifier),
    check ((handed_in is not null) = (state in ('HANDED_IN', 'CLOSED'))),
    check ((closed is not null) = (state = 'CLOSED'))
);
create index access_review_started on access_review (started, project_id, id);

-- The restrictions of a review as they were.
create table access_review_restriction (
    project_id     bigint not null,
    review_id      bigint not null,
    restriction_id text   not null,
    name           text   not null,
    doors          text[] not null,
    schedules      text[] not null,
    primary key (project_id, review_id, restriction_id),
    foreign key (project_id, review_id) references access_review on delete cascade
);

create table access_review_right (
    project_id      bigint not null,
    review_id       bigint not null,
    number          bigint not null check (number > 0),
    holder          text   not null check (holder in ('PERSON', 'IDENTIFIER', 'GUEST_PASS')),
    person_id       text   not null,
    person_name     text   not null,
    identifier_id   text,
    identifier_type text,
    label           text   not null default '',
    restriction_id  text   not null,
    via             text   not null check (via in ('IDENTIFIER', 'USER', 'GROUP')),
    via_id          text   not null,
    via_name        text   not null,
    also            text[] not null,
    used            timestamptz,
    decision        text check (decision in ('KEEP', 'REMOVE', 'LEAVE_GROUP')),
    comment         text   not null default '' check (length(comment) <= 1000),
    decided         timestamptz,
    outcome         text check (outcome in ('KEPT', 'WITHDRAWN', 'LEFT_GROUP', 'ALREADY_GONE', 'LEFT_OPEN', 'WENT_ALONG')),
    primary key (project_id, review_id, number),
    foreign key (project_id, review_id, restriction_id) references access_review_restriction on delete cascade,
    check ((decision is null) = (decided is null)),
    check (outcome is null or decision is not null)
);
create index access_review_right_person
    on access_review_right (project_id, review_id, person_name collate people, number);

-- What auditors take along: made once, when a review is closed, and the same for ever.
create table access_review_evidence (
    project_id bigint not null,
    review_id  bigint not null,
    csv        bytea  not null,
    csv_sha256 text   not null check (csv_sha256 ~ '^[0-9a-f]{64}$'),
    pdf        bytea  not null,
    pdf_sha256 text   not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (project_id, review_id),
    foreign key (project_id, review_id) references access_review on delete cascade
);
