-- The audit: who did what to which record. Like the other logs it has no foreign keys: what happened stays, whatever
-- becomes of the accounts and records it tells of.
create table audit_entry (
    id          bigint generated always as identity primary key,
    project_id  bigint,
    at          timestamptz not null,
    actor       text  not null,
    account_id  bigint,
    origin      text,
    action      text  not null,
    kind        text  not null,
    record_id   text  not null,
    record_name text  not null,
    before      jsonb not null,
    after       jsonb not null,
    -- in lower case as the server sees it, so that searching does not depend on the locale of the database
    sought_actor  text not null,
    sought_record text not null
);
create index audit_entry_project on audit_entry (project_id, id desc);
create index audit_entry_record on audit_entry (project_id, kind, record_id, id desc);
create index audit_entry_account on audit_entry (account_id, id desc);
create index audit_entry_at on audit_entry (project_id, at);

-- One chain for each log and project; project 0 is the server itself. The head says where the chain ends, so that a cut-off
-- end is missed.
create table log_chain (
    id      bigint generated always as identity primary key,
    log     text   not null check (log in ('ACS', 'AUDIT')),
    project bigint not null,
    number  bigint not null,
    hash    bytea  not null,
    unique (log, project)
);

-- The seals of a chain in their own numbers, since entries may be committed in another order than that of their ids.
-- "parts" are the digests of the entry's groups of fields, one after the other; those of personal fields are salted, and
-- whoever takes the salt away leaves a digest that tells nothing. An entry that was changed by an erasure is sealed anew.
create table log_seal (
    chain   bigint   not null,
    number  bigint   not null,
    entry   bigint   not null,
    version smallint not null,
    parts   bytea    not null,
    salt    bytea,
    erasure bigint,
    hash    bytea    not null,
    primary key (chain, number)
);
create index log_seal_entry on log_seal (chain, entry);
create index log_seal_erasure on log_seal (chain) where erasure is not null;

-- What is committed and not sealed yet, written in the transaction of the entry.
create table log_waiting (
    log     text        not null,
    project bigint      not null,
    entry   bigint      not null,
    since   timestamptz not null,
    primary key (log, project, entry)
);

-- entries from before there were seals
insert into log_waiting (log, project, entry, since) select 'ACS', coalesce(project_id, 0), id, now() from acs_log;
