-- Who signs passes for Apple Wallet: one row at most. Key and password are sealed under a key that is not in the database.
create table apple_wallet (
    only_one     boolean primary key default true check (only_one),
    organisation text    not null check (length(organisation) <= 60),
    background   text    not null check (background ~ '^#[0-9a-f]{6}$'),
    foreground   text    not null check (foreground ~ '^#[0-9a-f]{6}$'),
    push         boolean not null,
    sealed       bytea   not null,
    intermediate bytea   not null,
    version      integer not null
);

-- Who signs links for Google Wallet.
create table google_wallet (
    only_one boolean primary key default true check (only_one),
    issuer   text    not null,
    email    text    not null,
    sealed   bytea   not null,
    version  integer not null
);

-- A guest pass that somebody may have in a wallet. Facts are what of it stands on the pass, to see when it is another.
create table wallet_pass (
    project_id    bigint      not null,
    identifier_id text        not null,
    serial        text        not null unique,
    token         bytea       not null,
    facts         text        not null,
    changed       timestamptz not null,
    primary key (project_id, identifier_id),
    foreign key (project_id, identifier_id) references identifier on delete cascade
);

-- Devices that want to be told when the pass changes. Push_due: when the next attempt to tell it is due; null is never.
create table wallet_device (
    project_id    bigint      not null,
    identifier_id text        not null,
    device        text        not null check (length(device) <= 200),
    push_token    text        not null check (length(push_token) <= 200),
    registered    timestamptz not null,
    push_due      timestamptz,
    attempts      integer     not null default 0,
    primary key (project_id, identifier_id, device),
    foreign key (project_id, identifier_id) references wallet_pass on delete cascade
);
create index wallet_device_device on wallet_device (device);
create index wallet_device_due on wallet_device (push_due) where push_due is not null;

-- Who sends short messages: one row at most.
create table sms_account (
    only_one boolean primary key default true check (only_one),
    account  text    not null,
    token    bytea   not null,
    sender   text    not null,
    version  integer not null
);

-- The outbox of short messages. A text holds a link that opens doors, so it is sealed, and gone once it is not needed.
create table sms (
    id         bigint generated always as identity primary key,
    project_id bigint      references project on delete cascade,
    record_id  text        not null,
    -- who wanted it sent, so that nobody sends without end; null is the server
    account_id bigint      references account on delete set null,
    recipient  text        not null,
    text       bytea,
    state      text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempts   integer     not null,
    created    timestamptz not null,
    due        timestamptz not null,
    expires    timestamptz not null,
    finished   timestamptz,
    problem    text,
    answer     text
);
create index sms_due on sms (due) where state in ('QUEUED', 'SENDING');
create index sms_account_created on sms (account_id, created);
create index sms_record on sms (project_id, record_id, id desc);
