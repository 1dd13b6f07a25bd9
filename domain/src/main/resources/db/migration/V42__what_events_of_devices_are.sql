-- What an event is and how urgent, and the row of a table of the project's rules that said so. Of events of before nobody asked.
alter table device_event
    add column event_priority text,
    add column event_category text,
    add column ruled_by text,
    add column ruled_row integer;
create index device_event_listed on device_event (project_id, id);
