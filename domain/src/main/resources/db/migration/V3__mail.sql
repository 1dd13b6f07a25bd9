-- The way to the mail server: one row at most. The password is sealed under a key that is not in the database.
create table mail_server (
    only_one       boolean primary key default true check (only_one),
    host           text    not null,
    port           integer not null check (port between 1 and 65535),
    encryption     text    not null check (encryption in ('NONE', 'STARTTLS', 'TLS')),
    login          text,
    password       bytea,
    sender_address text    not null,
    sender_name    text    not null,
    reply_to       text,
    plain_password boolean not null,
    version        integer not null
);

-- What somebody wrote in place of a text that ships: for one project, or for the server where project_id is null.
create table mail_template (
    project_id bigint  references project on delete cascade,
    type       text    not null,
    language   text    not null,
    subject    text    not null,
    body       text    not null,
    version    integer not null,
    constraint mail_template_once unique nulls not distinct (project_id, type, language)
);

-- The outbox. The content may hold links that open an account, so it is sealed, and gone once it is not needed.
create table mail (
    id         bigint generated always as identity primary key,
    project_id bigint      references project on delete cascade,
    type       text        not null,
    language   text        not null,
    recipient  text        not null,
    subject    text        not null,
    content    bytea,
    state      text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempts   integer     not null,
    created    timestamptz not null,
    -- queued: when it is tried next; sending: when the node that took it is given up
    due        timestamptz not null,
    expires    timestamptz not null,
    finished   timestamptz,
    problem    text,
    answer     text,
    check (state <> 'SENT' or content is null)
);
create index mail_due on mail (due) where state in ('QUEUED', 'SENDING');
create index mail_expires on mail (expires) where content is not null;
create index mail_project on mail (project_id, id desc);
