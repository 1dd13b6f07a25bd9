-- Access restrictions that people make and change: what a site file does not know of them.

alter table restriction
    add description text        not null default '',
    add version     bigint      not null default 0,
    add created     timestamptz not null default now();

create index restriction_name on restriction (project_id, name collate people, id);
