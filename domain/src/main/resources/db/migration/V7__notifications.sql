-- What people are told of without asking. Who may see one is asked when it is read, not when it is made.
create table notification (
    id          bigint generated always as identity primary key,
    project_id  bigint references project on delete cascade,
    -- for this account alone; null is for everybody within whose reach it is
    account_id  bigint references account on delete cascade,
    group_id    text,
    at          timestamptz not null,
    kind        text    not null,
    important   boolean not null,
    record_id   text    not null,
    record_name text    not null,
    detail      text
);
create index notification_at on notification (at);

-- Everything up to this number is read.
create table notification_mark (
    account_id bigint primary key references account on delete cascade,
    read_until bigint not null
);

-- What is read beyond the mark.
create table notification_read (
    account_id      bigint not null references account on delete cascade,
    notification_id bigint not null references notification on delete cascade,
    primary key (account_id, notification_id)
);
