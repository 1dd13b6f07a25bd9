-- What belongs to an account alone: how things are shown to it, by what it proves itself, and where it is logged in.

create table photo (
    id   bigint generated always as identity primary key,
    jpeg bytea not null check (octet_length(jpeg) <= 200000)
);

alter table account
    add name        text not null default '' check (length(name) <= 200),
    add email       text check (length(email) <= 254 and email like '%_@_%'),
    add phone       text not null default '' check (length(phone) <= 50),
    add address     text not null default '' check (length(address) <= 500),
    add photo_id    bigint references photo on delete set null,
    add time_zone   text,
    add time_format text not null default 'h24',
    add notation    text not null default 'decimal',
    add appearance  text not null default 'auto';
create unique index account_email on account (lower(email));

-- the secret of an authenticator app is sealed with a key that is not in the database
create table authenticator_app (
    account_id bigint      primary key references account on delete cascade,
    secret     bytea       not null,
    last_step  bigint      not null,
    since      timestamptz not null
);

create table recovery_code (
    account_id bigint not null references account on delete cascade,
    code_hash  bytea  not null,
    primary key (account_id, code_hash)
);

-- what authenticators know an account by: random, so that it tells nothing of it
create table passkey_owner (
    account_id bigint primary key references account on delete cascade,
    handle     bytea  not null unique
);

create table passkey (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references passkey_owner on delete cascade,
    credential_id   bytea       not null unique,
    name            text        not null check (name <> '' and length(name) <= 100),
    public_key      bytea       not null,
    attestation     bytea       not null,
    signature_count bigint      not null,
    backed_up       boolean     not null,
    created         timestamptz not null,
    last_used       timestamptz
);
create index passkey_account on passkey (account_id);

create table login_session (
    id         bigint generated always as identity primary key,
    account_id bigint      not null references account on delete cascade,
    browser    text        not null,
    address    text        not null,
    since      timestamptz not null,
    last_seen  timestamptz not null
);
create index login_session_account on login_session (account_id);
