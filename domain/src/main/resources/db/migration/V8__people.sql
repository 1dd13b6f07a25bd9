-- Coloured markers, by which the passes of some people are seen at a glance.
create table marker (
    project_id bigint not null references project,
    id         text   not null check (id <> ''),
    name       text   not null check (name <> '' and length(name) <= 100),
    colour     text   not null check (colour ~ '^#[0-9a-f]{6}$'),
    primary key (project_id, id),
    constraint marker_name unique (project_id, name)
);

-- What site files do not know of a person; an import leaves it alone.
alter table person
    add column phone               text        not null default '' check (length(phone) <= 50),
    add column address             text        not null default '' check (length(address) <= 500),
    add column marker_id           text,
    -- a family member belongs to a main user
    add column main_person         text,
    -- suspended because the main user was, so that both come back together
    add column suspended_with_main boolean     not null default false,
    add column created             timestamptz not null default now(),
    -- changes with every edit, whoever makes it: two editors of one person are told of each other
    add column version             bigint      not null default 0,
    add foreign key (project_id, marker_id) references marker on delete set null (marker_id),
    add foreign key (project_id, main_person) references person on delete set null (main_person)
        deferrable initially deferred,
    add check (main_person <> id);
create index person_marker on person (project_id, marker_id) where marker_id is not null;
create index person_main on person (project_id, main_person) where main_person is not null;
-- Lists of users are read in this order, a page at a time.
create index person_name on person (name collate people, project_id, id);
create index person_name_in_project on person (project_id, name collate people, id);
create index person_email on person (lower(email));

-- The one invitation of a person that is good; a new one takes its place. The link is kept as a hash. The code is short,
-- because people type it, so it is sealed with a key that is not in the database.
create table invitation (
    project_id  bigint      not null,
    person_id   text        not null,
    email       text        not null,
    link_hash   bytea       not null unique,
    code        bytea       not null,
    wrong_codes integer     not null default 0,
    created     timestamptz not null,
    expires     timestamptz not null,
    mail        bigint      not null,
    primary key (project_id, person_id),
    foreign key (project_id, person_id) references person on delete cascade
);
create index invitation_email on invitation (lower(email));

-- Links that an account was sent: to choose a new password, or to show that a new e-mail address is its own.
create table account_link (
    account_id bigint      not null references account on delete cascade,
    purpose    text        not null check (purpose in ('PASSWORD', 'EMAIL')),
    link_hash  bytea       not null unique,
    email      text        not null,
    expires    timestamptz not null,
    primary key (account_id, purpose)
);

-- When whoever was invited accepted the terms; null for accounts that nobody was invited to.
alter table account add column terms_accepted timestamptz;
