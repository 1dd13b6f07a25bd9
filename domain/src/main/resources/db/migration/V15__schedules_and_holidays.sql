alter table schedule
    add column description text   not null default '',
    add column holidays    text   not null default 'IGNORED' check (holidays in ('IGNORED', 'EXCLUDED', 'ONLY')),
    -- the last day on which the pattern is open, for lists; null when there is none
    add column last_day    date,
    add column version     bigint not null default 0;

-- A rule that ends by a number of times gets its last day when it is saved next.
update schedule set last_day = case
    when rrule is null then case when all_day then ends::date else (ends - interval '1 second')::date end
    else to_date(substring(rrule from 'UNTIL=(\d{8})'), 'YYYYMMDD')
end;

create index schedule_name on schedule (name collate people, project_id, id);
create index schedule_name_in_project on schedule (project_id, name collate people, id);

create table holiday_calendar (
    project_id bigint not null references project,
    id         text   not null check (id <> ''),
    name       text   not null,
    version    bigint not null default 0,
    primary key (project_id, id)
);
create index holiday_calendar_name on holiday_calendar (project_id, name collate people, id);

create table holiday (
    project_id  bigint  not null,
    calendar_id text    not null,
    position    integer not null,
    name        text    not null,
    first_day   date    not null,
    last_day    date    not null check (last_day between first_day and first_day + 365),
    yearly      boolean not null,
    primary key (project_id, calendar_id, position),
    foreign key (project_id, calendar_id) references holiday_calendar on delete cascade
);

-- Where a calendar comes from, when it is subscribed. Its address may hold a secret, so only those who may edit it see it.
create table holiday_subscription (
    project_id  bigint not null,
    calendar_id text   not null,
    url         text   not null,
    -- when it was last looked for, and when it was last understood
    tried       timestamptz,
    refreshed   timestamptz,
    -- why it could not be refreshed last time: a code, and what it is about
    problem     text,
    about       text   not null default '',
    primary key (project_id, calendar_id),
    foreign key (project_id, calendar_id) references holiday_calendar on delete cascade
);
