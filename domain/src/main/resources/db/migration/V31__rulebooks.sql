-- The versions of a project's rulebook. What was in force once is never changed and never deleted: the log refers to it. People
-- stand in it by the number of their account; 0 is the server itself.
create table rulebook (
    project_id   bigint      not null references project on delete cascade,
    number       integer     not null check (number > 0),
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'IN_FORCE', 'RETIRED')),
    policies     jsonb       not null,
    note         text        not null default '',
    -- of whoever had a hand in it, which none of them approves
    authors      bigint[]    not null,
    edition      bigint      not null default 0,
    -- the version whose policies it took up again
    restored     integer,
    changed      timestamptz not null,
    published_by bigint,
    published    timestamptz,
    retired      timestamptz,
    primary key (project_id, number),
    check ((published is not null) = (state in ('IN_FORCE', 'RETIRED'))),
    check ((published_by is not null) = (published is not null)),
    check ((retired is not null) = (state = 'RETIRED'))
);
create unique index rulebook_open on rulebook (project_id) where state in ('DRAFT', 'SUBMITTED');
create unique index rulebook_in_force on rulebook (project_id) where state = 'IN_FORCE';

-- Whether one person alone may put rules in force; no row is no.
create table rulebook_alone (
    project_id bigint primary key references project on delete cascade
);
