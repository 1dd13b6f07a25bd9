-- What people of a project want to be told of, and how it looks. The first rule that fits decides.
create table notification_rule (
    project_id bigint  not null references project on delete cascade,
    id         text    not null check (id <> ''),
    name       text    not null check (name <> ''),
    position   integer not null,
    enabled    boolean not null,
    important  boolean not null,
    colour     text    not null,
    icon       text    not null,
    -- kinds of notification, and reasons of passes
    kinds      text[]  not null,
    reasons    text[]  not null,
    -- of these alone; empty is of all
    people     text[]  not null,
    devices    text[]  not null,
    version    bigint  not null,
    primary key (project_id, id),
    constraint notification_rule_name unique (project_id, name)
);

-- As the rule was when it fitted. Passes are told of by the hundred: a row may stand for many.
alter table notification
    add column rule_id   text,
    add column rule_name text,
    add column colour    text,
    add column icon      text,
    add column person_id text,
    add column person_name text,
    add column times     integer not null default 1;
create index notification_rule_burst on notification (project_id, rule_id, burst) where kind = 'PASS';
