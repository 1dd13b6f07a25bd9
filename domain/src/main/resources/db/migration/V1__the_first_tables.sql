-- Everything of a site has the project in its key, and every reference carries it, so that no row can ever point into
-- another project. Ids are those of the site file: unique per project and kind. What order of storing is free, is
-- checked at the end of the transaction.

create table project (
    id        bigint generated always as identity primary key,
    name      text not null unique check (name <> ''),
    time_zone text not null
);

create table object_group (
    project_id      bigint not null references project,
    id              text   not null check (id <> ''),
    parent          text,
    type            text   not null check (type in ('CUSTOM', 'BUILDING', 'UNIT', 'FLOOR', 'APARTMENT')),
    name            text   not null,
    logical_address integer,
    primary key (project_id, id),
    foreign key (project_id, parent) references object_group deferrable initially deferred,
    check (parent <> id)
);
create index object_group_parent on object_group (project_id, parent);

create table schedule (
    project_id bigint    not null references project,
    id         text      not null check (id <> ''),
    name       text      not null,
    starts     timestamp not null,
    ends       timestamp not null,
    all_day    boolean   not null,
    rrule      text,
    time_zone  text,
    primary key (project_id, id)
);

create table device (
    project_id bigint  not null references project,
    id         text    not null check (id <> ''),
    group_id   text    not null,
    type       text    not null check (type in ('PANEL', 'MONITOR', 'CONTROLLER', 'ELEVATOR_CONTROLLER')),
    name       text,
    model      text    not null,
    serial     text    not null check (serial <> ''),
    locks      integer not null check (locks between 0 and 8),
    primary key (project_id, id),
    foreign key (project_id, group_id) references object_group,
    -- one server, one device: the serial number names it in every protocol
    constraint device_serial unique (serial) deferrable initially deferred
);
create index device_group on device (project_id, group_id);

create table restriction (
    project_id   bigint  not null references project,
    id           text    not null check (id <> ''),
    name         text    not null,
    guest_usable boolean not null,
    primary key (project_id, id)
);

create table restriction_line (
    project_id     bigint  not null,
    restriction_id text    not null,
    position       integer not null,
    device_id      text    not null,
    access_point   text,
    lock           text    not null check (lock in ('FIRST', 'SECOND', 'ALL')),
    primary key (project_id, restriction_id, position),
    foreign key (project_id, restriction_id) references restriction on delete cascade,
    foreign key (project_id, device_id) references device deferrable initially deferred
);
create index restriction_line_device on restriction_line (project_id, device_id);

create table restriction_schedule (
    project_id     bigint  not null,
    restriction_id text    not null,
    position       integer not null,
    schedule_id    text    not null,
    primary key (project_id, restriction_id, position),
    foreign key (project_id, restriction_id) references restriction on delete cascade,
    foreign key (project_id, schedule_id) references schedule deferrable initially deferred
);
create index restriction_schedule_schedule on restriction_schedule (project_id, schedule_id);

-- a user of the site; "user" is a reserved word
create table person (
    project_id bigint  not null references project,
    id         text    not null check (id <> ''),
    name       text    not null,
    email      text,
    profile    text    not null,
    suspended  boolean not null,
    primary key (project_id, id)
);

create table person_group (
    project_id bigint  not null,
    person_id  text    not null,
    position   integer not null,
    group_id   text    not null,
    primary key (project_id, person_id, position),
    foreign key (project_id, person_id) references person on delete cascade,
    foreign key (project_id, group_id) references object_group deferrable initially deferred
);
create index person_group_group on person_group (project_id, group_id);

create table identifier (
    project_id  bigint  not null references project,
    id          text    not null check (id <> ''),
    person_id   text    not null,
    type        text    not null check (type in ('CARD', 'UKEY', 'ACCESS_CODE', 'FACE', 'QR', 'LICENCE_PLATE')),
    value       text    not null check (value <> ''),
    valid_from  timestamptz,
    valid_until timestamptz,
    max_passes  integer check (max_passes >= 0),
    passes_used integer not null check (passes_used >= 0),
    revoked     boolean not null,
    guest       text check (guest in ('GUEST', 'COURIER')),
    primary key (project_id, id),
    foreign key (project_id, person_id) references person deferrable initially deferred
);
create index identifier_person on identifier (project_id, person_id);

-- exactly one target
create table restriction_grant (
    project_id     bigint not null,
    restriction_id text   not null,
    group_id       text,
    person_id      text,
    identifier_id  text,
    check (num_nonnulls(group_id, person_id, identifier_id) = 1),
    constraint restriction_grant_once unique nulls not distinct
        (project_id, restriction_id, group_id, person_id, identifier_id),
    foreign key (project_id, restriction_id) references restriction deferrable initially deferred,
    foreign key (project_id, group_id) references object_group deferrable initially deferred,
    foreign key (project_id, person_id) references person deferrable initially deferred,
    foreign key (project_id, identifier_id) references identifier deferrable initially deferred
);
create index restriction_grant_group on restriction_grant (project_id, group_id) where group_id is not null;
create index restriction_grant_person on restriction_grant (project_id, person_id) where person_id is not null;
create index restriction_grant_identifier on restriction_grant (project_id, identifier_id)
    where identifier_id is not null;

-- Every stored change of a site, numbered without gaps in the order of commit: what the nodes of one server have to
-- follow. A change of many records is no list but a request to read the project again.
create table site_revision (
    number     bigint      primary key,
    project_id bigint      not null references project,
    at         timestamptz not null,
    change     jsonb
);

create table device_credential (
    project_id    bigint not null,
    device_id     text   not null,
    password_salt bytea  not null,
    password_hash bytea  not null,
    token_hash    bytea  not null unique,
    primary key (project_id, device_id),
    foreign key (project_id, device_id) references device on delete cascade
);

create table device_state (
    project_id bigint      not null,
    device_id  text        not null,
    online     boolean     not null,
    last_seen  timestamptz,
    primary key (project_id, device_id),
    foreign key (project_id, device_id) references device on delete cascade
);

-- The two logs have no foreign keys: what happened stays, whatever becomes of the devices and people it tells of.

create table device_event (
    id            bigint generated always as identity primary key,
    device_serial text        not null,
    key           text        not null,
    project_id    bigint,
    category      text        not null,
    code          text        not null,
    device_time   timestamptz not null,
    received      timestamptz not null,
    details       jsonb       not null,
    constraint device_event_once unique (device_serial, key)
);

create table acs_log (
    id            bigint generated always as identity primary key,
    project_id    bigint,
    at            timestamptz not null,
    device_time   timestamptz,
    channel       text        not null,
    device_serial text        not null,
    device_id     text,
    device_name   text,
    access_point  text,
    lock          integer,
    type          text        not null,
    presented     text        not null,
    identifier_id text,
    owner_id      text,
    owner_name    text,
    owner_type    text,
    verdict       text        not null check (verdict in ('GRANT', 'DENY')),
    reason        text        not null,
    locks         integer[]   not null,
    restrictions  text[]      not null,
    rule_version  text        not null,
    request_id    text,
    event_key     text,
    -- in lower case as the server sees it, so that searching does not depend on the locale of the database
    sought_owner      text    not null,
    sought_identifier text    not null,
    facts         jsonb       not null,
    decision      jsonb       not null,
    check ((project_id is null) = (device_id is null)),
    check (verdict = 'GRANT' or locks = '{}')
);
create index acs_log_project on acs_log (project_id, id desc);
create index acs_log_device on acs_log (project_id, device_id, id desc);
create index acs_log_owner on acs_log (project_id, owner_id, id desc);
create index acs_log_verdict on acs_log (project_id, verdict, id desc);
create index acs_log_at on acs_log (project_id, at);
create unique index acs_log_request on acs_log (device_serial, request_id) where request_id is not null;
create unique index acs_log_event on acs_log (device_serial, event_key) where event_key is not null;

-- "/" parts the login from the name of a token, wherever one acts for the other
create table account (
    id                   bigint generated always as identity primary key,
    login                text    not null unique check (login <> '' and login !~ '[/[:space:]]'),
    password_hash        text    not null,
    must_change_password boolean not null,
    locale               text    not null
);

create table api_token (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references account on delete cascade,
    name        text        not null check (name <> ''),
    secret_hash bytea       not null unique,
    permissions text[]      not null,
    created     timestamptz not null,
    expires     timestamptz,
    last_used   timestamptz
);
create index api_token_account on api_token (account_id);

create table setting (
    key   text primary key,
    value text not null
);
