-- The last day of which copies of schedules at devices say whether it is a holiday; none before it was planned.
alter table sync_progress add column holidays_until date;
