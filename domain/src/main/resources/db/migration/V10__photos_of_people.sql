-- The photo of a person goes with the person, whoever deletes them.
create table person_photo (
    project_id bigint not null,
    person_id  text   not null,
    jpeg       bytea  not null check (octet_length(jpeg) <= 200000),
    primary key (project_id, person_id),
    foreign key (project_id, person_id) references person on delete cascade
);
