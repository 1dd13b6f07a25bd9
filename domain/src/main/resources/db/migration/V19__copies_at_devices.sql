-- What devices keep for the time when they cannot ask the server: identifiers with what these open, and schedules. A row
-- is at once the work that is left to do: what the device is to have differs from what it has acknowledged.

create table device_copy (
    project_id   bigint      not null,
    device_id    text        not null,
    kind         text        not null check (kind in ('IDENTIFIER', 'SCHEDULE')),
    record_id    text        not null,
    -- digests of contents; none is nothing at all
    wanted       text,
    held         text,
    changed      timestamptz not null,
    acknowledged timestamptz,
    problem      text,
    primary key (project_id, device_id, kind, record_id),
    foreign key (project_id, device_id) references device on delete cascade
);
create index device_copy_record on device_copy (project_id, kind, record_id);
create index device_copy_gone on device_copy (project_id) where wanted is null and held is null;
create index device_copy_due on device_copy (project_id, device_id) where wanted is distinct from held;

-- The last revision of a site whose copies are planned; none before the first plan.
create table sync_progress (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

-- Whose last pass was spent: no revision tells of it.
create index identifier_used_up on identifier (project_id, id) where passes_used >= max_passes;
