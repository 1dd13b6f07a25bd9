-- How long the ACS log of a project is kept; where nothing is said, for ever. 0 is what belongs to no project. No foreign key:
-- the log of a project outlives it, and what was said of the log does, too.
create table log_retention (
    project bigint primary key,
    amount  integer     not null check (amount > 0),
    unit    text        not null check (unit in ('DAYS', 'MONTHS')),
    -- when somebody last looked what is too old
    looked  timestamptz not null,
    -- what keeps entries from being removed: a fault of their chain, and where it is
    fault   text,
    fault_number bigint
);

-- Where chains begin since their older part was removed. Each tells what an entry of the audit tells as well, which is sealed:
-- a beginning that nobody has noted there is a fault.
create table log_removal (
    id         bigint generated always as identity primary key,
    chain      bigint      not null,
    -- number and hash of the last seal that goes
    until      bigint      not null check (until > 0),
    hash       bytea       not null,
    -- numbers of later seals whose entries go, too: they were sealed anew when somebody was erased
    ahead      bigint[]    not null,
    entries    bigint      not null,
    older_than timestamptz not null,
    at         timestamptz not null,
    audit      bigint      not null,
    -- null while entries are still being removed
    finished   timestamptz,
    unique (chain, until)
);

-- When identifiers last opened a door according to entries that are gone.
create table identifier_last_use (
    project_id    bigint      not null,
    identifier_id text        not null,
    at            timestamptz not null,
    primary key (project_id, identifier_id),
    foreign key (project_id, identifier_id) references identifier on delete cascade
);

-- By what texts owners and identifiers were known in the ACS log. A text is looked for here, among thousands, and the entries
-- are then found by id: who is rare or absent among a million entries is as quick to find as who comes by every day.
create table acs_log_word (
    project_id bigint not null,
    field      text   not null check (field in ('OWNER', 'IDENTIFIER')),
    record_id  text   not null,
    sought     text   not null,
    primary key (project_id, field, record_id, sought)
);
insert into acs_log_word
select distinct project_id, 'OWNER', owner_id, sought_owner from acs_log
where project_id is not null and owner_id is not null
union all
select distinct project_id, 'IDENTIFIER', identifier_id, sought_identifier from acs_log
where project_id is not null and identifier_id is not null;
-- what nobody knew when it was presented is told by its entry alone
create index acs_log_unknown on acs_log (project_id, id desc) where identifier_id is null;
