package dev.lintel.domain.listing;

import java.util.List;

/** How records are worked out from rows of the database: any number of them from each row, perhaps none. */
public interface Expansion<T> {
    /** Holds for rows from which anything that is asked for can come; it may hold for others. */
    SqlCondition source();

    /** All records of a row as it was read, in the order of their keys. */
    List<T> records(T row);

    /** Tells the records of one row apart, and never changes. */
    String key(T record);
}
