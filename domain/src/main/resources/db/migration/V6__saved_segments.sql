-- As people sort: by their alphabets, in any case, and flat 2 before flat 10.
create collation people (provider = icu, locale = 'und-u-kn-true');

-- A named filter of somebody's, perhaps shown to everybody of one project who may see the list.
create table saved_segment (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account on delete cascade,
    list       text   not null,
    name       text   not null check (name <> ''),
    filters    text[] not null,
    match      text   not null check (match in ('ALL', 'ANY')),
    sort       text,
    shared_in  bigint references project on delete cascade,
    unique (account_id, list, name)
);
create index saved_segment_shared on saved_segment (list, shared_in) where shared_in is not null;

-- The columns that somebody wants to see of a list.
create table list_columns (
    account_id bigint not null references account on delete cascade,
    list       text   not null,
    columns    text[] not null,
    primary key (account_id, list)
);
