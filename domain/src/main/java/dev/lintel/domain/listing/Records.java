package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of one list, as an actor may read them: what views, exports and the REST API are fed from. */
public abstract class Records<T> {
    /** The longest page. */
    public static final int MOST_ROWS = 1_000;

    final Lists lists;
    final Listing<T> listing;

    protected Records(Lists lists, Listing<T> listing) {
        this.lists = lists;
        this.listing = listing;
    }

    /**
     * The rows that the actor may see, whatever is asked for.
     *
     * @throws dev.lintel.domain.permission.PermissionDeniedException when the list is not for this actor at all
     */
    protected abstract SqlCondition visibleTo(Actor actor);

    /** What holds for every row that is asked for, and lets the database find these sooner. */
    protected SqlCondition found(Actor actor, ListQuery<T> query) {
        return SqlCondition.all();
    }

    private SqlCondition within(Actor actor, ListQuery<T> query) {
        return visibleTo(actor).and(found(actor, query));
    }

    /** What there is to be asked for. */
    @Unguarded("it says what can be asked, and shows nothing")
    public Listing<T> listing() {
        return listing;
    }

    /**
     * A page of what is asked for.
     *
     * @param after {@link Page#next} of the page before it; null begins at the start
     * @param limit 1 to {@value #MOST_ROWS}
     */
    public Page<T> page(Actor actor, ListQuery<T> query, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ROWS + ", not " + limit);
        }
        return lists.page(listing, within(actor, query), query, after, limit);
    }

    /** How many there are of what is asked for. */
    public Count count(Actor actor, ListQuery<T> query) {
        return lists.count(listing, within(actor, query), query);
    }

    /** Whether the actor may take the list along as a file, so that views need not offer it in vain. */
    @Unguarded("it tells actors of themselves")
    public boolean mayExport(Actor actor) {
        return true;
    }

    /**
     * All that is asked for as of one moment, for an export: never all of it in memory, and noted for the audit. Holds a
     * connection until it returns.
     */
    public void each(Actor actor, ListQuery<T> query, Consumer<T> receiver) {
        SqlCondition visible = within(actor, query);
        lists.noteExport(actor, listing, query);
        lists.each(listing, visible, query, receiver);
    }
}
