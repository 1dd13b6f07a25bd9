-- Beside what is about doors a rulebook has tables about other things, such as how much somebody may give to visitors.
alter table rulebook add column outcomes jsonb not null default '[]';
