-- Where it is more dangerous than usual: a group with all below it; no row is normal.
create table threat_level (
    project_id bigint      not null,
    group_id   text        not null,
    level      text        not null check (level in ('ELEVATED', 'LOCKDOWN', 'EVACUATION')),
    since      timestamptz not null,
    set_by     text        not null,
    primary key (project_id, group_id),
    foreign key (project_id, group_id) references object_group on delete cascade
);
