-- Ids of the groups above a group, from the root down: what makes "everything below" one indexed condition.
alter table object_group add column above text[] not null default '{}';

with recursive down as (
    select project_id, id, '{}'::text[] as above from object_group where parent is null
    union all
    select child.project_id, child.id, down.above || down.id
    from down join object_group child on child.project_id = down.project_id and child.parent = down.id
)
update object_group set above = down.above from down
where object_group.project_id = down.project_id and object_group.id = down.id;

create index object_group_above on object_group using gin (above);

-- Own profiles; the built-in ones stand in the code. Without a project it is one of the whole server.
create table profile (
    id          text   primary key check (id <> ''),
    project_id  bigint references project,
    name        text   not null check (name <> ''),
    description text   not null,
    permissions text[] not null,
    available   text[] not null,
    version     bigint not null default 0,
    unique nulls not distinct (project_id, name)
);

-- An account is a person's, or the server's own.
alter table account
    add column project_id bigint,
    add column person_id  text,
    add constraint account_person unique (project_id, person_id),
    add foreign key (project_id, person_id) references person on delete cascade,
    add check ((project_id is null) = (person_id is null));
