-- The row of a table of the project's rules that said whether it is important, as the table was called then.
alter table notification
    add column ruled_by  text,
    add column ruled_row integer;
