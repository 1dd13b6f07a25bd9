-- That people are no longer counted as inside an area, because somebody said so: one person, or all who were there by then.
-- It matters until the day of the area ends; older rows are removed with the next.
create table forgotten_presence (
    project_id bigint      not null,
    group_id   text        not null,
    -- null is everybody
    person_id  text,
    at         timestamptz not null,
    unique nulls not distinct (project_id, group_id, person_id),
    foreign key (project_id, group_id) references object_group on delete cascade,
    foreign key (project_id, person_id) references person on delete cascade
);
create index forgotten_presence_person on forgotten_presence (project_id, person_id);
