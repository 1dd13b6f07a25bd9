-- Guest passes: an identifier that was made for a guest, what its visitor is told, and how much people may give away.
alter table identifier
    drop constraint identifier_type_check,
    add constraint identifier_type_check
        check (type in ('CARD', 'UKEY', 'ACCESS_CODE', 'FACE', 'QR', 'LICENCE_PLATE', 'URL'));

-- The visitor's page is found by the hash of its address. The address itself is sealed: it is shared again and again.
create table guest_pass (
    project_id    bigint not null,
    identifier_id text   not null,
    message       text   not null default '' check (length(message) <= 500),
    email         text   not null default '' check (length(email) <= 254),
    phone         text   not null default '' check (length(phone) <= 50),
    language      text   not null,
    page_hash     bytea  not null unique,
    page_sealed   bytea  not null,
    primary key (project_id, identifier_id),
    foreign key (project_id, identifier_id) references identifier on delete cascade
);
create index identifier_guest on identifier (project_id, created, id) where guest is not null;

-- What people of a group may give away at most; null leaves it to the next group above that says something.
create table guest_limit (
    project_id   bigint not null,
    group_id     text   not null,
    most_days    integer check (most_days between 1 and 3650),
    most_passes  integer check (most_passes between 1 and 1000000),
    most_at_once integer check (most_at_once between 1 and 1000),
    primary key (project_id, group_id),
    foreign key (project_id, group_id) references object_group on delete cascade
);

-- The same where no group says anything: one row at most. Null is without limit.
create table guest_limit_of_server (
    only_one     boolean primary key default true check (only_one),
    most_days    integer check (most_days between 1 and 3650),
    most_passes  integer check (most_passes between 1 and 1000000),
    most_at_once integer check (most_at_once between 1 and 1000)
);
